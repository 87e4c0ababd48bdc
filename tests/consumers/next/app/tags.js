/** The tags of a paper for Next's `metadata`, which prints a tag for each of several values. */
export function tagsOf(paper) {
  const other = {};
  for (const [name, content] of paper.tags) (other[name] ??= []).push(content);
  return { title: paper.slug, other };
}
