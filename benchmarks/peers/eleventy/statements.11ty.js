import { framed, said } from "./_includes/words.js";

export const data = { permalink: "/statements.html" };

export function render({ collections: { stories } }) {
  const statements = stories.map((article) => article.data.statements.map(said(article)).join("\n"));
  return framed("Statements", `<ul>${statements.join("\n")}</ul>`, stories.length);
}
