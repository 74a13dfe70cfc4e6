import { dated, framed, list, term } from "./_includes/words.js";

export const data = { permalink: "/index.html" };

export function render({ collections: { stories, terms } }) {
  const of = (kind) => terms.filter((one) => one.kind === kind).map((one) => one.name);
  return framed(
    "A made-up story",
    `<p>Made to measure.</p><h2>Topics</h2>${list(of("topics"), term("topics"))}
<h2>People</h2>${list(of("people").slice(0, 20), term("people"))}<h2>Latest</h2>${list(stories.slice(-20).reverse(), dated)}`,
    stories.length,
  );
}
