'use client';

import 'citelet/define';

export default function Cite() {
  return <cite-let>The journal's own citation</cite-let>;
}
