import 'citelet/define';

import papers from '../papers.json';

const paperOf = ({ slug }) => papers.find((paper) => paper.slug === slug) ?? papers[0];

export const meta = ({ params }) => paperOf(params).tags.map(([name, content]) => ({ name, content }));

export default function Paper({ params }) {
  return (
    <>
      <h1>{paperOf(params).slug}</h1>
      <cite-let>The journal's own citation</cite-let>
    </>
  );
}
