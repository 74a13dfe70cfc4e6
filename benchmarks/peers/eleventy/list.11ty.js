import { KINDS, escaped, framed, list } from "./_includes/words.js";

export const data = {
  kinds: KINDS,
  pagination: { data: "kinds", size: 1, alias: "kind" },
  permalink: (data) => `/${data.kind}.html`,
};

export function render({ kind, collections }) {
  const terms = collections.terms.filter((term) => term.kind === kind);
  const line = (term) => `<li><a href="/${term.path}.html">${escaped(term.name)}</a> ${term.articles.length}</li>`;
  return framed(kind, list(terms, line), collections.stories.length);
}
