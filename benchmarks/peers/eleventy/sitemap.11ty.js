export const data = { permalink: "/sitemap.xml" };

export function render({ collections: { stories, terms } }) {
  const paths = [...stories.map((one) => one.url), ...terms.map((one) => `/${one.path}.html`)];
  const lines = paths.map((path) => `<url><loc>https://example.org${path}</loc></url>`);
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${lines.join("\n")}</urlset>`;
}
