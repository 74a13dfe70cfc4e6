import { KINDS, day, framed, link, list, said, term, told } from "./words.js";

const places = new Map();

export function render(data) {
  const stories = data.collections.stories;
  if (!places.size) stories.forEach((article, place) => places.set(article.url, place));
  const place = places.get(data.page.url);
  const own = { url: data.page.url, data };
  return framed(
    data.title,
    `<article><p>${data.sources.map((name) => term("sources")(name)).join("")}, <time>${day(data.page.date)}</time></p>
${data.content}
<aside><h2>Statements</h2>${list(data.statements, said(own))}<h2>Events</h2>${list(data.events, told(own))}
${KINDS.map((kind) => `<h2>${kind}</h2>${list(data[kind], term(kind))}`).join("")}</aside>
<nav>${place > 0 ? link(stories[place - 1]) : ""} ${place + 1 < stories.length ? link(stories[place + 1]) : ""}</nav>
</article>`,
    stories.length,
  );
}
