// Runs before the widget's module: what a page sets now are plain properties of an unknown element.
Object.assign(document.querySelector('cite-let'), {
  item: { type: 'article-journal', title: 'Invariante Variationsprobleme', author: [{ family: 'Noether', given: 'Emmy' }], issued: { 'date-parts': [[1918]] } },
  styleName: 'chicago-author-date',
  strings: { style: 'Style of this journal' },
});
