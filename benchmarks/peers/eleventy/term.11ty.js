import { dated, framed, list, said, told } from "./_includes/words.js";

export const data = {
  pagination: { data: "collections.terms", size: 1, alias: "term" },
  permalink: (data) => `/${data.term.path}.html`,
};

export function render({ term, collections }) {
  const own = (one) => term.kind !== "people" || one.name === term.name;
  return framed(
    term.name,
    `<h2>Articles</h2>${list(term.articles, dated)}
<h2>Events</h2><ul>${term.articles.map((article) => article.data.events.map(told(article)).join("\n")).join("\n")}</ul>
<h2>Statements</h2><ul>${term.articles.map((article) => article.data.statements.filter(own).map(said(article)).join("\n")).join("\n")}</ul>`,
    collections.stories.length,
  );
}
