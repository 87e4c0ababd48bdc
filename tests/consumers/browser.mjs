// Chromium, and pages that note whatever goes wrong.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium } from 'playwright-core';

/** How long the citation may take to appear, in milliseconds: development servers build on the first request. */
const SHOWN_TIME = 60_000;

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];

export async function openBrowser() {
  const folders = process.env.PATH.split(delimiter);
  const executablePath = PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (!executablePath) throw new Error('chromium is not on the PATH (Debian: apt-get install chromium).');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/**
 * Opens an address in a context of its own.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {{lang?: string}} [options] `lang` replaces the language that the page's HTML states
 * @returns {Promise<{page: import('playwright-core').Page, problems: string[], bodies: Map<string, Buffer>, close: () => Promise<void>}>}
 */
export async function openPage(browser, address, { lang } = {}) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const problems = [];
  const bodies = new Map();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()} (${request.failure()?.errorText})`));
  page.on('response', async (response) => {
    if (response.status() >= 400) problems.push(`HTTP ${response.status()}: ${response.url()}`);
    const body = await response.body().catch(() => undefined);
    if (body) bodies.set(response.url(), body);
  });
  if (lang) await page.route(address, (route) => inLanguage(route, lang));
  await page.goto(address, { waitUntil: 'load' });
  return { page, problems, bodies, close: () => context.close() };
}

async function inLanguage(route, lang) {
  const response = await route.fetch();
  await route.fulfill({ response, body: (await response.text()).replace(/<html[^>]*>/, `<html lang="${lang}">`) });
}

/** Waits until the widget shows a citation, and returns it; what it shows otherwise where that does not happen. */
export async function citation(page, expected, time = SHOWN_TIME) {
  const read = () => document.querySelector('cite-let')?.shadowRoot?.querySelector('[part~=citation]')?.textContent.trim();
  await page.waitForFunction(([read, expected]) => Function(`return ${read}`)()() === expected, [String(read), expected], { timeout: time }).catch(() => {});
  return page.evaluate(read);
}
