// Keeps an open page up with the site. Loaded by the preview server's pages only, never published.
//
// What has changed in the page is put into it at once. Scripts of a theme may have more to do with it than can be
// known here: a page with scripts is loaded again after that, unless each says that it keeps up by itself, and so is
// any page where a change is not one of its source.

import { keepPlace, takePlace } from "./place.js";
import { hasScripts, swap } from "./swap.js";

const OWN = 'script[src="/__briefing/preview.js"]';
let { state } = document.querySelector(OWN).dataset;
let source = null;
let line = null;
let isScriptBehind = false;
let work = Promise.resolve();

function reload() {
  try {
    keepPlace();
  } finally {
    location.reload();
  }
}

// Returns a page as the server gives it now; nothing where the server ends or is gone: a page is told again then.
async function fetchPage() {
  const answer = await fetch(location.href, { cache: "no-store" }).catch(() => null);
  return answer && answer.status !== 503 ? read(await answer.text()) : null;
}

// What the server says of a page is no part of what two pages have different.
function read(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const { dataset } = page.querySelector(OWN);
  const told = { ...dataset };
  for (const name in told) delete dataset[name];
  return { ...told, page };
}

// Scripts may have changed the page before it could be kept, so that its source has to be asked for.
async function learnSource() {
  source = await fetchPage().catch(() => null);
}

async function renew() {
  const fresh = await fetchPage();
  if (!fresh || fresh.state === state) return;
  const old = source;
  if (old?.state !== state || old.beside !== fresh.beside || !change(old.page, fresh.page)) return reload();
  [source, state] = [fresh, fresh.state];
  await painted();
  isScriptBehind ||= old.files !== fresh.files && hasScripts(fresh.page);
  connect();
}

// Puts what is new into the page. Scripts that keep up with it hear of it twice: to take back what they have done to
// the page, so that it is as its source has it, and to do it again.
function change(old, fresh) {
  document.dispatchEvent(new Event("briefing-before-change"));
  const isDone = swap(old, fresh, document);
  document.dispatchEvent(new Event("briefing-after-change"));
  return isDone;
}

function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function swapStyles(version) {
  for (const old of document.querySelectorAll('link[rel~="stylesheet"]')) {
    const address = new URL(old.href);
    if (address.origin !== location.origin || address.pathname.startsWith("/__briefing/")) continue;
    address.searchParams.set("state", version);
    const fresh = old.cloneNode();
    fresh.href = address.href;
    fresh.onload = () => old.remove();
    fresh.onerror = reload;
    old.after(fresh);
  }
}

async function hear(news) {
  if (news.state === state) return;
  if (news.same_as.includes(state)) {
    settle(news);
  } else if (news.styles_only_since === state) {
    settle(news);
    swapStyles(state);
  } else {
    await renew();
  }
}

// Takes a page for one of another state, of which it has the source already.
function settle(news) {
  if (source?.state === state) source = { ...source, ...news };
  state = news.state;
}

// Opens the line to the server, anew where it is open: so the server knows that the page is there.
function connect() {
  line?.close();
  const opening = new EventSource(`/__events?page=${encodeURIComponent(location.pathname)}`);
  line = opening;
  line.onmessage = (event) => {
    work = work.then(() => hear(JSON.parse(event.data))).catch(reload);
  };
  line.onerror = () => {
    if (opening === line && opening.readyState === EventSource.CLOSED) setTimeout(follow, 1000);
  };
  line.onopen = () => isScriptBehind && reload();
}

// A browser opens few connections to one server: pages in the background give theirs up.
function follow() {
  if (document.visibilityState !== "visible") line?.close();
  else if (!line || line.readyState === EventSource.CLOSED) connect();
}

work = learnSource();
document.addEventListener("visibilitychange", follow);
follow();
takePlace();
