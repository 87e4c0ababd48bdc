// robots.txt, as RFC 9309 describes it.

/**
 * The rules for a program: those of the group that names it, otherwise those for all.
 *
 * @param {string} text
 * @param {string} agent in lower case
 * @returns {{rules: {allow: boolean, path: string}[], delay: number}} the delay in milliseconds
 */
export function parseRobots(text, agent) {
  const groups = [];
  let current;
  let inHead = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [key, ...rest] = line.split('#', 1)[0].split(':');
    const [name, value] = [key.trim().toLowerCase(), rest.join(':').trim()];
    if (name === 'user-agent') {
      if (!inHead) groups.push((current = { agents: [], rules: [], delay: 0 }));
      current.agents.push(value.toLowerCase());
      inHead = true;
    } else if (current && (name === 'allow' || name === 'disallow')) {
      inHead = false;
      if (value) current.rules.push({ allow: name === 'allow', path: value });
    } else if (current && name === 'crawl-delay') {
      inHead = false;
      current.delay = Math.max(0, Number(value) * 1000) || 0;
    }
  }
  const named = groups.filter(({ agents }) => agents.includes(agent));
  const chosen = named.length ? named : groups.filter(({ agents }) => agents.includes('*'));
  return { rules: chosen.flatMap(({ rules }) => rules), delay: Math.max(0, ...chosen.map(({ delay }) => delay)) };
}

/** Whether a path with its query may be read. The longest rule that matches decides; of two equal ones, the allowing. */
export function allows({ rules }, path) {
  const matching = rules.filter((rule) => matches(rule.path, path));
  matching.sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow));
  return matching[0]?.allow ?? true;
}

/** The delay between two requests that a host wants, in milliseconds. */
export const delayOf = ({ delay }) => delay;

/** Whether a rule's path, in which `*` stands for any characters and `$` for the end, matches the start of a path. */
function matches(rule, path) {
  const ends = rule.endsWith('$');
  const parts = (ends ? rule.slice(0, -1) : rule).split('*');
  if (!path.startsWith(parts[0])) return false;
  let at = parts[0].length;
  for (const [index, part] of parts.slice(1).entries()) {
    const isLast = ends && index === parts.length - 2;
    const found = isLast ? path.length - part.length : path.indexOf(part, at);
    if (found < at || !path.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return !ends || at === path.length;
}
