// The projects: which files and packages each has, and in which ways it is built and served. `checks.mjs` describes a run.

const vite = (version) => ({
  name: `vite-${version.split('.')[0]}`,
  folder: 'vite',
  packages: { vite: version },
  runs: [
    { name: 'development', serve: ['vite', '--port', 'PORT', '--strictPort'], lang: 'de' },
    { name: 'production', build: ['vite', 'build'], folder: 'dist', lang: 'de' },
    { name: 'build for development', build: ['vite', 'build', '--mode', 'development', '--minify', 'false'], folder: 'dist' },
  ],
});

export const CONSUMERS = [
  vite('8.4.0'),
  vite('7.3.8'),
  vite('6.4.6'),
];
