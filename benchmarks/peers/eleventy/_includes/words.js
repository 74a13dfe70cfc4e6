// What all templates share: the page around a text, and the lines for an article, an event and a statement.
export const KINDS = ["topics", "people", "organisations", "places", "sources"];
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const slugOf = (name) => name.toLowerCase().replaceAll(" ", "-");
export const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
export const day = (date) =>
  date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
export const list = (items, line) => `<ul>${items.map(line).join("\n")}</ul>`;
export const link = (article) => `<a href="${article.url}">${escaped(article.data.title)}</a>`;
export const dated = (article) => `<li>${link(article)} <time>${day(article.date)}</time></li>`;
export const term = (kind) => (name) => `<li><a href="/${kind}/${slugOf(name)}.html">${escaped(name)}</a></li>`;
const cited = (article, one) => `<a href="${article.url}#p${one.paragraph}">${escaped(article.data.title)}</a>`;
export const told = (article) => (one) =>
  `<li id="event-${one.id}"><a href="/chronology.html#event-${one.id}">${one.date}</a> ${escaped(one.text)} ${cited(article, one)}</li>`;
export const said = (article) => (one) =>
  `<li id="statement-${one.id}"><a href="/people/${one.by}.html">${escaped(one.name)}</a> ${one.verb}: “${escaped(one.text)}” ${cited(article, one)}</li>`;

export const framed = (title, main, count) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<meta name="description" content="A made-up story">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">A made-up story</a>
<nav>${KINDS.map((kind) => `<a href="/${kind}.html">${kind}</a>`).join("")}
<a href="/chronology.html">Chronology</a><a href="/statements.html">Statements</a><a href="/dossier.html">Dossier</a></nav></header>
<main><h1>${escaped(title)}</h1>${main}</main>
<footer>${count} articles</footer>
</body>
</html>`;
