// A project of a bundler's user: a fresh copy of its files, its installation, its commands and its servers.

import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

import { PAPERS } from './papers.mjs';

const HERE = import.meta.dirname;

/** How long an installation or a build may take, in milliseconds. */
const COMMAND_TIME = 400_000;
/** How long a server may take to start. */
const START_TIME = 120_000;
/** How many characters of a failed command's output are shown. */
const SHOWN = 2500;

export class Project {
  /**
   * @param {object} consumer
   * @param {string} consumer.name
   * @param {string} consumer.folder of its files
   * @param {Record<string, string>} [consumer.packages] versions of packages that replace those in its package.json
   * @param {string[]} [consumer.without] files that are left out
   * @param {string} [consumer.imports] what it imports in place of `citelet/define`
   * @param {string} parent the folder for all projects
   */
  constructor({ name, folder, packages = {}, without = [], imports = 'citelet/define' }, parent) {
    this.name = name;
    this.source = join(HERE, folder);
    this.folder = join(parent, name);
    this.changes = { packages, without, imports };
  }

  async install() {
    const { packages, without, imports } = this.changes;
    this.remove();
    cpSync(this.source, this.folder, { recursive: true });
    cpSync(join(HERE, 'papers.json'), join(this.folder, 'papers.json'));
    for (const file of readdirSync(this.folder).filter((name) => name.endsWith('.html'))) {
      this.#change(file, (html) => html.replace('<!-- article -->', tags(PAPERS[0])));
    }
    for (const file of without) rmSync(join(this.folder, file));
    if (this.exists('app.js')) this.#change('app.js', (script) => script.replace('citelet/define', imports));
    this.#change('package.json', (text) => {
      const manifest = JSON.parse(text);
      Object.assign(manifest.dependencies, packages);
      return JSON.stringify(manifest, null, 2);
    });
    await this.run(['npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']);
  }

  #change(name, change) {
    const file = join(this.folder, name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs a command in the project. @throws {Error} with its output when it fails */
  async run([program, ...args], env = {}) {
    const child = this.#spawn(program, args, env);
    const timer = setTimeout(() => stop(child), COMMAND_TIME);
    const code = await child.ended;
    clearTimeout(timer);
    if (code !== 0) throw new Error(`\`${[program, ...args].join(' ')}\` failed (${code}):\n${child.output.slice(-SHOWN)}`);
    return child.output;
  }

  /**
   * Starts a server. `PORT` in its arguments stands for a free port.
   *
   * @returns {Promise<{origin: string, stop: () => Promise<void>, output: () => string}>}
   */
  async serve([program, ...args], env = {}) {
    const port = await freePort();
    const filled = args.map((arg) => arg.replace('PORT', port));
    const child = this.#spawn(program, filled, { PORT: String(port), HOST: '127.0.0.1', ...env });
    const origin = `http://localhost:${port}`;
    const server = { origin, output: () => child.output, stop: () => (stop(child), child.ended) };
    const end = Date.now() + START_TIME;
    while (!(await responds(origin))) {
      if (child.exitCode === null && Date.now() < end) continue;
      await server.stop();
      throw new Error(`\`${[program, ...filled].join(' ')}\` does not serve:\n${child.output.slice(-SHOWN)}`);
    }
    return server;
  }

  /** Starts a program with the project's own ones on its path, in a process group of its own, so that all of it can be ended. */
  #spawn(program, args, env) {
    const path = [join(this.folder, 'node_modules/.bin'), process.env.PATH].join(delimiter);
    const silent = { CI: '1', NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1' };
    const options = { cwd: this.folder, env: { ...process.env, ...silent, ...env, PATH: path }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] };
    const child = spawn(program, args, options);
    child.output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (child.output += text));
    child.ended = new Promise((resolve) => {
      child.on('error', (error) => ((child.output += error.message), resolve(-1)));
      child.on('close', resolve);
    });
    return child;
  }

  /** Copies a file of the project into a folder of it. */
  copy(file, folder) {
    cpSync(join(this.folder, file), join(this.folder, folder, file));
  }

  exists(path) {
    return existsSync(join(this.folder, path));
  }
}

/** Ends a program and all that it has started. */
function stop(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** The meta tags of a paper, as HTML. */
const tags = (paper) =>
  paper.tags.map(([name, content]) => `<meta name="${name}" content="${content.replaceAll('&', '&amp;')}">`).join('\n  ');

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function responds(origin) {
  await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    await fetch(origin, { signal: AbortSignal.timeout(60_000) });
    return true;
  } catch {
    return false;
  }
}
