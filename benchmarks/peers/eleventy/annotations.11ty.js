export const data = {
  pagination: { data: "collections.stories", size: 1, alias: "article" },
  permalink: (data) => `/annotations/${data.article.fileSlug}.json`,
};

export function render({ article }) {
  const { statements, events, people, organisations, places } = article.data;
  return JSON.stringify({ id: article.url, statements, events, people, organisations, places });
}
