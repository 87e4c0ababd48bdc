// The server settings that EMBED.md prints, in real servers: what travels is compressed, and the engine has its type.
// `cargo xtask test --servers` runs this; a server that is not installed is skipped with the reason.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EMBED = readFileSync(join(ROOT, 'package/upload/EMBED.md'), 'utf8');
const FOLDER = '0.0.0-test';
const FILES = ['cite-let.js', 'citelet.wasm', 'citelet.pack', 'language-de.txt', 'citelet-full.wasm'];
/** What travels may be at most this part of the file. */
const SHARE = 0.65;

/** The settings for one server, with the placeholders filled in. */
function printed(language, folder) {
  const [, block] = EMBED.split(`\`\`\`${language}\n`);
  return block.split('```')[0].replaceAll('{{folder}}', FOLDER).replace('/path/to/citelet', folder);
}

const SERVERS = [
  {
    name: 'Apache',
    binary: '/usr/sbin/apache2',
    port: 18_431,
    settings(top, port) {
      const modules = ['mpm_event', 'authz_core', 'mime', 'deflate', 'filter', 'headers', 'dir'];
      const loads = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
      return `${loads.join('\n')}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${top}/apache.pid
ErrorLog ${top}/error.log
DocumentRoot ${top}
TypesConfig /etc/mime.types
<Directory ${top}>
  Require all granted
</Directory>
${printed('apache', `${top}/citelet`)}`;
    },
    command: (file) => ['-f', file, '-X'],
  },
  {
    name: 'nginx',
    binary: '/usr/sbin/nginx',
    port: 18_432,
    settings: (top, port) => `daemon off; pid ${top}/nginx.pid; error_log ${top}/error.log;
events {}
http {
  access_log off; client_body_temp_path ${top}/t1; proxy_temp_path ${top}/t2; fastcgi_temp_path ${top}/t3; uwsgi_temp_path ${top}/t4; scgi_temp_path ${top}/t5;
  server { listen 127.0.0.1:${port}; root ${top};
${printed('nginx', `${top}/citelet`)}
  }
}`,
    command: (file) => ['-c', file],
  },
];

/** One response as it travels: its headers and the number of bytes of its body. */
function travelling(address) {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let size = 0;
      response.on('data', (chunk) => (size += chunk.length));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, size }));
    }).on('error', reject);
  });
}

/** Tries until the server responds. */
async function started(address) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      return await travelling(address);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`The server did not start: ${address}`);
}

for (const { name, binary, port, settings, command } of SERVERS) {
  describe(`the settings for ${name}`, { skip: !existsSync(binary) && `${binary} is not installed` }, () => {
    let top;
    let server;
    const address = (file) => `http://127.0.0.1:${port}/citelet/${FOLDER}/${file}`;

    before(async () => {
      top = mkdtempSync(join(tmpdir(), 'citelet-server-'));
      chmodSync(top, 0o755);
      mkdirSync(join(top, 'citelet'));
      cpSync(join(ROOT, 'dist/web'), join(top, 'citelet', FOLDER), { recursive: true });
      const file = join(top, 'server.conf');
      writeFileSync(file, settings(top, port));
      server = spawn(binary, command(file), { stdio: 'inherit' });
      await started(address('cite-let.js'));
    });
    after(() => {
      server?.kill();
      rmSync(top, { recursive: true, force: true });
    });

    for (const file of FILES) {
      it(`${file} travels compressed, and may be cached for ever`, async (test) => {
        const { status, headers, size } = await travelling(address(file));
        const whole = statSync(join(ROOT, 'dist/web', file)).size;
        test.diagnostic(`${size} of ${whole} bytes`);
        assert.equal(status, 200);
        assert.ok(size < SHARE * whole, `${size} of ${whole} bytes`);
        assert.match(headers['cache-control'], /max-age=31536000, immutable/);
        if (file.endsWith('.wasm')) assert.equal(headers['content-type'], 'application/wasm');
      });
    }
  });
}
