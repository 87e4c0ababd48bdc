// Fetches pages politely: what robots.txt allows, not faster than a host likes, and no more than a page has.

import { setTimeout as wait } from 'node:timers/promises';

import { allows, delayOf, parseRobots } from './robots.js';

/** Who asks, for a host's log and its robots.txt. */
const AGENT = 'citelet';
/** How many redirects are followed. */
const REDIRECTS = 5;
/** How much of a robots.txt is read: RFC 9309, section 2.5. */
const ROBOTS_BYTES = 500 * 1024;
/** The longest delay that a robots.txt may ask for, in milliseconds. */
const LONGEST_DELAY = 30_000;

export class Fetcher {
  #options;
  /** The rules of each origin. */
  #robots = new Map();
  /** When each origin may be asked next. */
  #free = new Map();

  /** @param {{delay: number, timeout: number, maxBytes: number}} options in milliseconds and bytes */
  constructor(options) {
    this.#options = options;
  }

  /** The text at an address. @throws {Error} whose message says why there is none */
  async text(address) {
    let url = new URL(address);
    for (let redirects = 0; redirects <= REDIRECTS; redirects += 1) {
      if (!/^https?:$/.test(url.protocol)) throw new Error(`leads to ${url.protocol}, which is not read.`);
      const rules = await this.#rulesOf(url.origin);
      if (!allows(rules, url.pathname + url.search)) throw new Error('robots.txt forbids it.');
      await this.#turn(url.origin, delayOf(rules));
      const response = await this.#request(url);
      const location = response.status >= 300 && response.status < 400 && response.headers.get('location');
      if (!location) return this.#content(response);
      await response.body?.cancel();
      url = new URL(location, url);
    }
    throw new Error('redirects too often.');
  }

  async #content(response) {
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`the server answers with HTTP ${response.status}.`);
    }
    const type = response.headers.get('content-type') ?? '';
    if (!/html|xml|text\/plain|^$/i.test(type)) {
      await response.body?.cancel();
      throw new Error(`is no page (${type}).`);
    }
    const bytes = await limited(response, this.#options.maxBytes);
    return decoded(bytes, type);
  }

  async #request(url) {
    const { timeout } = this.#options;
    try {
      const headers = { 'user-agent': `${AGENT} (reads metadata of article pages)`, accept: 'text/html, application/xhtml+xml, application/xml' };
      return await fetch(url, { headers, redirect: 'manual', credentials: 'omit', signal: AbortSignal.timeout(timeout) });
    } catch (error) {
      if (error.name === 'TimeoutError') throw new Error(`gives no answer within ${timeout / 1000} s.`);
      throw new Error(`cannot be fetched: ${error.cause?.message ?? error.message}.`);
    }
  }

  /** Waits until an origin may be asked, and reserves that moment. */
  async #turn(origin, stated) {
    const delay = Math.max(this.#options.delay, Math.min(stated, LONGEST_DELAY));
    const at = Math.max(Date.now(), this.#free.get(origin) ?? 0);
    this.#free.set(origin, at + delay);
    await wait(at - Date.now());
  }

  /** An origin's robots.txt. One that is not there allows all; a server that cannot answer, nothing (RFC 9309, 2.3.1). */
  #rulesOf(origin) {
    if (!this.#robots.has(origin)) this.#robots.set(origin, this.#readRobots(origin));
    return this.#robots.get(origin);
  }

  async #readRobots(origin) {
    try {
      const signal = AbortSignal.timeout(this.#options.timeout);
      const response = await fetch(new URL('/robots.txt', origin), { headers: { 'user-agent': AGENT }, credentials: 'omit', signal });
      if (response.ok) return parseRobots(decoded(await limited(response, ROBOTS_BYTES, true)), AGENT);
      await response.body?.cancel();
      return parseRobots(response.status >= 500 ? 'User-agent: *\nDisallow: /' : '', AGENT);
    } catch (error) {
      throw new Error(`its robots.txt cannot be fetched: ${error.cause?.message ?? error.message}.`);
    }
  }
}

/** The bytes of a response, up to a limit; more is an error, or cut off. */
async function limited(response, limit, cut = false) {
  const chunks = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > limit && !cut) throw new Error(`is larger than ${limit} bytes; --max-bytes changes that.`);
      chunks.push(chunk);
      if (size > limit) break;
    }
  } catch (error) {
    throw error.name === 'TimeoutError' ? new Error('its transfer takes too long.') : error;
  }
  return Buffer.concat(chunks).subarray(0, limit);
}

/** Text in the encoding that the header or a `<meta>` at the beginning of the page states. */
export function decoded(bytes, type = '') {
  const head = bytes.subarray(0, 1024).toString('latin1');
  const [, label] = /charset="?([\w-]+)/i.exec(type) ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(head) ?? [];
  try {
    return new TextDecoder(label ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
