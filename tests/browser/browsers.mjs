// Three browser engines behind one small interface, so that every scenario runs in each of them.
//
// A page has the methods `goto(url)`; `run(function, argument)`, which calls the function in the page and returns the JSON
// of its result; `clickAt(x, y)` and `press(key)` ('Tab', 'Shift+Tab', 'Control+v'), whose events the browser trusts; and
// `size(width, height)`. Chromium's also has `media({media, forcedColors})`, as playwright's `emulateMedia`; `null` resets.

import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { existsSync } from 'node:fs';

/** The time limit for the start of a browser, in milliseconds. Without a display WebKit's driver never starts. */
const START_TIME = 40_000;

/** @returns the browsers: each with an id, a name, and either `launch` or the reason why it is absent */
export function browsers() {
  const chromium = which('chromium', 'chromium-browser', 'google-chrome');
  const firefox = which('firefox-esr', 'firefox');
  return [
    chromium
      ? { id: 'chromium', name: 'Chromium', launch: () => launchChromium(chromium) }
      : { id: 'chromium', name: 'Chromium', absent: 'chromium is not on the PATH (Debian: apt-get install chromium)' },
    firefox
      ? { id: 'firefox', name: 'Firefox', launch: () => launchFirefox(firefox) }
      : { id: 'firefox', name: 'Firefox', absent: 'firefox-esr is not on the PATH (Debian: apt-get install firefox-esr)' },
    webkit(),
  ];
}

function webkit() {
  const who = { id: 'webkit', name: 'WebKit' };
  const driver = which('WebKitWebDriver');
  const browser = miniBrowser();
  if (!driver || !browser) {
    return { ...who, absent: 'WebKitWebDriver or MiniBrowser is missing (Debian: apt-get install webkit2gtk-driver)' };
  }
  if (!process.env.DISPLAY && !which('xvfb-run')) {
    return { ...who, absent: 'there is no display and no xvfb-run (Debian: apt-get install xvfb)' };
  }
  return { ...who, launch: () => launchWebKit(driver, browser) };
}

/** The first of these programs that is on the PATH. */
function which(...names) {
  const folders = (process.env.PATH ?? '').split(':');
  return names.flatMap((name) => folders.map((folder) => `${folder}/${name}`)).find((file) => existsSync(file));
}

/** WebKit's test browser is in a folder that has the library's version in its name. */
function miniBrowser() {
  try {
    const files = execFileSync('dpkg', ['-L', 'libwebkit2gtk-4.1-0'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return files.split('\n').find((file) => file.endsWith('/MiniBrowser'));
  } catch {
    return undefined;
  }
}

async function launchChromium(executablePath) {
  const { chromium } = await import('playwright-core');
  // Containers often run as root, for which Chromium's sandbox does not work.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], timeout: START_TIME });
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  return {
    goto: (url) => page.goto(url),
    run: (task, argument) => page.evaluate(task, argument),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    size: (width, height) => page.setViewportSize({ width, height }),
    media: (features) => page.emulateMedia(features),
    close: () => browser.close(),
  };
}

async function launchFirefox(executablePath) {
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, timeout: START_TIME });
  const page = await browser.newPage();
  // Firefox 140 (ESR) has no screen orientation to set, and Puppeteer does not ask first; the size is set all the same.
  const size = (width, height) =>
    page.setViewport({ width, height }).catch((error) => {
      if (!/unknown command/.test(error.message)) throw error;
    });
  await size(1000, 800).catch(async (error) => {
    await browser.close();
    throw error;
  });
  return {
    goto: (url) => page.goto(url),
    run: (task, argument) => page.evaluate(task, argument),
    clickAt: (x, y) => page.mouse.click(x, y),
    size,
    async press(key) {
      const { modifiers, name } = split(key);
      for (const modifier of modifiers) await page.keyboard.down(modifier);
      await page.keyboard.press(name === 'Space' ? ' ' : name);
      for (const modifier of modifiers) await page.keyboard.up(modifier);
    },
    close: () => browser.close(),
  };
}

/** Key codes of the WebDriver specification, section 17.4.2. */
const CODES = {
  ...{ Control: '\uE009', Shift: '\uE008', Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Space: ' ' },
  ...{ ArrowUp: '\uE013', ArrowDown: '\uE015' },
};

const split = (key) => {
  const names = key.split('+');
  return { name: names.pop(), modifiers: names };
};

async function launchWebKit(driver, binary) {
  const port = await freePort();
  const command = process.env.DISPLAY ? [driver] : ['xvfb-run', '-a', driver];
  // In a process group of its own, so that the virtual display ends with the driver.
  const child = spawn(command[0], [...command.slice(1), `--port=${port}`], { detached: true, stdio: 'ignore' });
  const stop = () => {
    try {
      process.kill(-child.pid);
    } catch {
      // It has ended already.
    }
  };
  process.once('exit', stop);
  try {
    const call = await session(`http://127.0.0.1:${port}`, binary);
    return webKitPage(call, stop);
  } catch (error) {
    stop();
    throw error;
  }
}

/** Opens a session and returns a function that sends it commands. */
async function session(driver, binary) {
  const send = async (method, path, body, limit = START_TIME) => {
    const response = await fetch(driver + path, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(limit) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const deadline = Date.now() + START_TIME;
  const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
  for (;;) {
    try {
      const { sessionId } = await send('POST', '/session', { capabilities: { alwaysMatch } });
      return (method, path, body) => send(method, `/session/${sessionId}${path}`, body);
    } catch (error) {
      // The driver may not accept connections yet.
      if (Date.now() > deadline || error.name === 'TimeoutError') throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function webKitPage(call, stop) {
  const size = (width, height) => call('POST', '/window/rect', { width, height });
  await size(1000, 800);
  return {
    size,
    goto: (url) => call('POST', '/url', { url }),
    async run(task, argument) {
      const script = `const [argument, done] = arguments;
        Promise.resolve().then(() => (${task})(argument)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await call('POST', '/execute/async', { script, args: [argument ?? null] });
      if (error) throw new Error(error);
      return value ?? undefined;
    },
    clickAt: (x, y) =>
      act(call, 'pointer', [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]),
    press(key) {
      const { modifiers, name } = split(key);
      const keys = [...modifiers, name].map((part) => CODES[part] ?? part);
      const down = keys.map((value) => ({ type: 'keyDown', value }));
      const up = keys.reverse().map((value) => ({ type: 'keyUp', value }));
      return act(call, 'key', [...down, ...up]);
    },
    async close() {
      await call('DELETE', '').catch(() => {});
      stop();
    },
  };
}

const act = (call, type, actions) => call('POST', '/actions', { actions: [{ type, id: type, actions }] });

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
