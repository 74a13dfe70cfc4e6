import { escaped } from "./_includes/words.js";

export const data = { permalink: "/feed.xml" };

export function render({ collections: { stories } }) {
  const entries = stories
    .slice(-50)
    .reverse()
    .map((one) => `<entry><id>${one.url}</id><title>${escaped(one.data.title)}</title><updated>${one.date.toISOString()}</updated></entry>`);
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>A made-up story</title>${entries.join("\n")}</feed>`;
}
