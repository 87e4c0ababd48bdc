// The demo's script: sets a record as a property. That may happen before the element is defined.
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
