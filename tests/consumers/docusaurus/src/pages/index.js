import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import { useLocation } from '@docusaurus/router';
import Layout from '@theme/Layout';
import React from 'react';

import papers from '../../papers.json';

export default function Paper() {
  const { pathname } = useLocation();
  const paper = papers.find(({ slug }) => pathname.includes(slug)) ?? papers[0];
  return (
    <Layout title={paper.slug}>
      <Head>{paper.tags.map(([name, content], at) => <meta key={at} name={name} content={content} />)}</Head>
      <nav>{papers.slice(1).map(({ slug }) => <Link key={slug} to={`/${slug}`}>{slug}</Link>)}</nav>
      <cite-let>The journal's own citation</cite-let>
    </Layout>
  );
}
