// The words in which two texts differ.

/** With more pairs of words the differing middle is one change, which bounds the time. */
const MOST_PAIRS = 100_000;

/**
 * The stretches of words in which two texts differ, in their order.
 *
 * @param {string} from
 * @param {string} to
 * @returns {[string, string][]} the words of each text; empty where words were only added or removed
 */
export function differences(from, to) {
  const [old, now] = [from, to].map((text) => text.split(/\s+/).filter(Boolean));
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const [removed, added] = [old, now].map((words) => words.slice(start, words.length - end));
  if (!removed.length && !added.length) return [];
  if (removed.length * added.length > MOST_PAIRS) return [[removed.join(' '), added.join(' ')]];
  return stretches(removed, added);
}

/** The stretches between the words that are common to both, as many of them as possible. */
function stretches(old, now) {
  const common = commonLengths(old, now);
  const found = [];
  let [i, j, isOpen] = [0, 0, false];
  while (i < old.length || j < now.length) {
    if (i < old.length && old[i] === now[j]) {
      [i, j, isOpen] = [i + 1, j + 1, false];
      continue;
    }
    if (!isOpen) found.push([[], []]);
    isOpen = true;
    const removes = j === now.length || (i < old.length && common[i + 1][j] >= common[i][j + 1]);
    if (removes) found.at(-1)[0].push(old[i++]);
    else found.at(-1)[1].push(now[j++]);
  }
  return found.map((words) => words.map((side) => side.join(' ')));
}

/** How many words two texts have in common, in the same order, from each pair of places on. */
function commonLengths(old, now) {
  const common = Array.from({ length: old.length + 1 }, () => new Array(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      common[i][j] = old[i] === now[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  return common;
}
