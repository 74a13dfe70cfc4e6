export const data = { permalink: "/briefing.json" };

export function render({ collections: { stories } }) {
  const articles = stories.map(({ data, date, rawInput }) => ({
    title: data.title,
    date,
    text: rawInput,
    statements: data.statements,
    events: data.events,
  }));
  return JSON.stringify({ title: "A made-up story", articles });
}
