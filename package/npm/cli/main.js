#!/usr/bin/env node
// `npx citelet COMMAND`: the engine for people at a terminal.

import { parseArgs } from 'node:util';

import { UsageError } from './usage-error.js';

const HELP = `\
citelet cite FILE…            format the records of files (BibTeX, RIS, CSL-JSON) as a bibliography; - is the standard input
  --style NAME                apa, modern-language-association, chicago-author-date, chicago-notes-bibliography; any other
                              CSL style where the package citelet-styles is installed (default: apa)
  --locale TAG                the language of terms and dates, such as de-DE (default: the style's)
  --html                      HTML in place of text

citelet report SOURCE…        what article pages store badly in their metadata: repairs and warnings
                              a SOURCE is an HTML file, a folder of them, an address of a page or of a sitemap.xml, or a
                              text file with an address a line
  --format table|csv|json     (default: table)
  --output FILE               write there and not to the standard output
  --limit NUMBER              read at most so many pages (default: 1000)
  --delay SECONDS             between two requests to a host (default: 1, or what its robots.txt wants)
  --timeout SECONDS           of a request (default: 20)
  --max-bytes NUMBER          of a page (default: 5000000)

Progress is printed on the standard error. The exit code is 1 where something could not be read, 2 for a wrong command.
`;

const OPTIONS = {
  cite: { style: { type: 'string', default: 'apa' }, locale: { type: 'string' }, html: { type: 'boolean', default: false } },
  report: {
    format: { type: 'string', default: 'table' },
    output: { type: 'string' },
    limit: { type: 'string', default: '1000' },
    delay: { type: 'string', default: '1' },
    timeout: { type: 'string', default: '20' },
    'max-bytes': { type: 'string', default: '5000000' },
  },
};

/** Runs a command, and returns the exit code. */
async function run([command, ...args]) {
  if (!command || ['help', '--help', '-h'].includes(command)) {
    process.stdout.write(HELP);
    return command ? 0 : 2;
  }
  if (!Object.hasOwn(OPTIONS, command)) throw new UsageError(`There is no command “${command}”; \`citelet --help\` lists them.`);
  const { values, positionals } = parsed(args, OPTIONS[command]);
  if (!positionals.length) throw new UsageError(`\`citelet ${command}\` needs something to read; \`citelet --help\` says what.`);
  const module = await import(`./${command}.js`);
  return module[command](positionals, values);
}

function parsed(args, options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error.message);
  }
}

// A reader such as `head` that has seen enough is no failure.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`citelet: ${error.message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
