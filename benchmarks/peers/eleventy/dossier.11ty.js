import { escaped, framed } from "./_includes/words.js";

export const data = { permalink: "/dossier.html" };

export function render({ collections: { stories } }) {
  const events = stories.flatMap(({ data }) => data.events.map((one) => `<li>${one.date} ${escaped(one.text)}</li>`));
  const said = stories.flatMap(({ data }) =>
    data.statements.map((one) => `<li>${escaped(one.name)} ${one.verb}: “${escaped(one.text)}”</li>`),
  );
  const texts = stories.map(
    (article) => `<section><h2>${escaped(article.data.title)}</h2>${article.templateContent}</section>`,
  );
  return framed("Dossier", `<ol>${events.join("")}</ol><ul>${said.join("")}</ul>${texts.join("\n")}`, stories.length);
}
