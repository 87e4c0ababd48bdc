const papers = require('./papers.json');

module.exports = {
  title: 'Papers',
  url: 'https://papers.example',
  baseUrl: '/',
  favicon: 'data:,',
  presets: [['classic', { docs: false, blog: false }]],
  clientModules: ['./src/cite-let.js'],
  plugins: [
    () => ({
      name: 'papers',
      contentLoaded: ({ actions }) =>
        papers.slice(1).forEach(({ slug }) => actions.addRoute({ path: `/${slug}`, component: '@site/src/pages/index.js', exact: true })),
    }),
  ],
};
