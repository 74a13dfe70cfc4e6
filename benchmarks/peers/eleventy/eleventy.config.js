// The articles in order of date, and every topic and name with the articles that have it.
import { KINDS, slugOf } from "./_includes/words.js";

export default function (config) {
  config.addCollection("stories", (all) =>
    all.getFilteredByGlob("articles/*.md").sort((one, other) => one.date - other.date),
  );
  config.addCollection("terms", (all) => {
    const terms = new Map();
    for (const article of all.getFilteredByGlob("articles/*.md"))
      for (const kind of KINDS)
        for (const name of article.data[kind]) {
          const path = `${kind}/${slugOf(name)}`;
          if (!terms.has(path)) terms.set(path, { kind, name, path, articles: [] });
          terms.get(path).articles.push(article);
        }
    return [...terms.values()];
  });
  return { markdownTemplateEngine: false };
}
