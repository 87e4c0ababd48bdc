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

/** The same project with `citelet/inline` in place of `citelet/define`. */
const inline = (consumer) => ({
  ...consumer,
  name: `${consumer.name}-inline`,
  imports: 'citelet/inline',
});

const ESBUILD = ['esbuild', 'app.js', '--bundle', '--format=esm', '--splitting', '--outdir=public'];
const ESBUILD_FILES = 'cp node_modules/citelet/*.wasm node_modules/citelet/*.pack public/';

const esbuild = {
  name: 'esbuild',
  folder: 'esbuild',
  runs: [
    { name: 'development', build: ESBUILD, copy: ESBUILD_FILES, folder: 'public', lang: 'de' },
    { name: 'production', build: [...ESBUILD, '--minify'], copy: ESBUILD_FILES, folder: 'public', lang: 'de' },
  ],
};

const rollup = {
  name: 'rollup',
  folder: 'rollup',
  runs: [{ name: 'production', build: ['rollup', '-c'], folder: 'public', lang: 'de' }],
};

const webpack = {
  name: 'webpack-5',
  folder: 'webpack',
  runs: [
    { name: 'development server', serve: ['webpack', 'serve', '--mode', 'development', '--port', 'PORT'] },
    { name: 'development', build: ['webpack', '--mode', 'development'], folder: 'public', lang: 'de' },
    { name: 'production', build: ['webpack', '--mode', 'production'], folder: 'public', lang: 'de' },
  ],
};

const rspack = {
  name: 'rspack',
  folder: 'rspack',
  runs: [
    { name: 'development', build: ['rspack', 'build', '--mode', 'development'], folder: 'public', lang: 'de' },
    { name: 'production', build: ['rspack', 'build', '--mode', 'production'], folder: 'public', lang: 'de' },
  ],
};

const parcel = {
  name: 'parcel',
  folder: 'parcel',
  runs: [
    { name: 'development', serve: ['parcel', 'serve', 'index.html', '--port', 'PORT'] },
    { name: 'production', build: ['parcel', 'build', 'index.html'], folder: 'dist', lang: 'de' },
  ],
};

/** Pages that a server renders, on which the element's module runs too; and a site whose links change the page in place. */
const next = (bundler) => ({
  name: `next-${bundler}`,
  folder: 'next',
  runs: [
    { name: 'development', serve: ['next', 'dev', `--${bundler}`, '--port', 'PORT'] },
    { name: 'production', build: ['next', 'build', `--${bundler}`], serve: ['next', 'start', '--port', 'PORT'], walk: true },
  ],
});

const sveltekit = {
  name: 'sveltekit',
  folder: 'sveltekit',
  runs: [
    { name: 'development', serve: ['vite', 'dev', '--port', 'PORT', '--strictPort'] },
    { name: 'production', build: ['vite', 'build'], serve: ['node', 'build'], walk: true },
  ],
};

const reactRouter = {
  name: 'react-router',
  folder: 'react-router',
  runs: [
    { name: 'development', serve: ['react-router', 'dev', '--port', 'PORT', '--strictPort'] },
    { name: 'production', build: ['react-router', 'build'], serve: ['react-router-serve', 'build/server/index.js'], walk: true },
  ],
};

const astro = {
  name: 'astro',
  folder: 'astro',
  runs: [
    { name: 'development', serve: ['astro', 'dev', '--port', 'PORT'] },
    { name: 'production', build: ['astro', 'build'], folder: 'dist', lang: 'de' },
  ],
};

const docusaurus = {
  name: 'docusaurus',
  folder: 'docusaurus',
  runs: [
    { name: 'development', serve: ['docusaurus', 'start', '--no-open', '--port', 'PORT', '--host', 'localhost'] },
    { name: 'production', build: ['docusaurus', 'build'], folder: 'build', walk: true },
  ],
};

const ON_SERVER = 'Rivera, A. (n.d.). A study of salt. 11';

const bun = {
  name: 'bun',
  folder: 'bun',
  runs: [
    { name: 'server', prints: ['bun', 'server.js'], expected: ON_SERVER },
    { name: 'production', build: ['bun', 'build', 'app.js', '--splitting', '--minify', '--outdir=public'], copy: ESBUILD_FILES, folder: 'public' },
  ],
};

const deno = {
  name: 'deno',
  folder: 'deno',
  runs: [{ name: 'server', prints: ['deno', 'run', '--allow-read', '--node-modules-dir=manual', 'server.js'], expected: ON_SERVER }],
};

/** Files that are exported for their addresses and have no types. */
const FILES = ['citelet.wasm', 'citelet-export.wasm', 'citelet-full.wasm', 'citelet.pack'];

/** What others check of packages. The package has modules alone, which `require` loads from Node 20.19 on. */
const lint = {
  name: 'lint',
  folder: 'lint',
  runs: [
    { name: 'publint', succeeds: ['publint', '../citelet.tgz', '--strict'] },
    { name: 'attw', succeeds: ['attw', '../citelet.tgz', '--ignore-rules', 'cjs-resolves-to-esm', '--exclude-entrypoints', ...FILES] },
  ],
};

export const CONSUMERS = [
  lint,
  vite('8.4.0'),
  vite('7.3.8'),
  vite('6.4.6'),
  { ...vite('8.4.0'), name: 'vite-8-without-settings', without: ['vite.config.js'] },
  { ...inline(vite('8.4.0')), without: ['vite.config.js'] },
  { ...inline(vite('6.4.6')), without: ['vite.config.js'] },
  esbuild,
  inline(esbuild),
  rollup,
  inline(rollup),
  webpack,
  inline(webpack),
  rspack,
  parcel,
  next('webpack'),
  next('turbopack'),
  sveltekit,
  reactRouter,
  astro,
  docusaurus,
  bun,
  inline(bun),
  deno,
];
