import { framed, told } from "./_includes/words.js";

export const data = { permalink: "/chronology.html" };

export function render({ collections: { stories } }) {
  const events = stories.map((article) => article.data.events.map(told(article)).join("\n"));
  return framed("Chronology", `<ol>${events.join("\n")}</ol>`, stories.length);
}
