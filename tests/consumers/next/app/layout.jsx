import Link from 'next/link';
import papers from '../papers.json';
import Cite from './cite.jsx';

export const metadata = { title: 'Papers', icons: { icon: 'data:,' } };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <nav>{papers.slice(1).map(({ slug }) => <Link key={slug} href={`/papers/${slug}`}>{slug}</Link>)}</nav>
        {children}
        <Cite />
      </body>
    </html>
  );
}
