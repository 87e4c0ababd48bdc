// The demo's script: a record given as a property. It may be set before the element is defined.
document.querySelector('#property').item = {
  type: 'article-journal',
  title: 'Invariante Variationsprobleme',
  author: [{ family: 'Noether', given: 'Emmy' }],
  'container-title': 'Nachrichten von der Gesellschaft der Wissenschaften zu Göttingen, Mathematisch-Physikalische Klasse',
  volume: '1918',
  page: '235-257',
  issued: { 'date-parts': [[1918]] },
  language: 'de',
};
