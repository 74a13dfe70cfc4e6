// Puts what is different between two sources of a page into the page that is open, and touches nothing else of it:
// what a reader or a script has done to the rest stays. Loaded by the preview server's pages only, never published.

import { gaps } from "./gaps.js";

// What the preview adds to pages by itself.
const OWN = '#briefing-problems, [href^="/__briefing/"], [src^="/__briefing/"]';

const SCRIPTS = 'script:not([type="application/ld+json"], [type="application/json"]), [onload]';

// What works while a page loads, so that a page into which it is put, or that loses it, is not as if it were loaded.
const AT_LOADING = `${SCRIPTS}, base, link, meta[http-equiv]`;

// What says more of an element than its source does, and is lost with it.
const IN_USE = ":focus, :target, audio, video";

// Returns whether the live page is now as the fresh source has it; where it is not, nothing was done to it. That is
// where a difference lies in what works while a page loads, or where a script has changed the page at just that place.
export function swap(old, fresh, live) {
  const edits = [];
  if (old.querySelector("template") || fresh.querySelector("template")) return false; // what is in them is in no tree
  if (!compare(old, fresh, live, edits)) return false;
  for (const edit of edits) edit();
  return true;
}

// Returns whether a page has scripts of its own that do not say that they keep up with it.
export function hasScripts(page) {
  return page.querySelector(`:is(${SCRIPTS}):not(${OWN}, [data-keeps-up])`) !== null;
}

// Returns whether what differs between two nodes of a kind can be put into the live one, and adds how to the edits.
function compare(old, fresh, live, edits) {
  if (old.isEqualNode(fresh)) return true;
  if (old instanceof DocumentType) return false;
  if (old instanceof CharacterData) {
    edits.push(() => rewrite(live, fresh.data));
    return live.data === old.data;
  }
  if (old instanceof Element) {
    if (old.matches(AT_LOADING) || fresh.matches(AT_LOADING)) return false;
    if (!compareAttributes(old, fresh, live, edits)) return false;
  }
  return compareChildren([...old.childNodes], [...fresh.childNodes], live, edits);
}

// Changes what differs in a text and no more, so that what is selected of the rest stays selected.
function rewrite(text, words) {
  const most = Math.min(text.length, words.length);
  let start = 0;
  while (start < most && text.data[start] === words[start]) start += 1;
  let end = 0;
  while (end < most - start && text.data.at(-1 - end) === words.at(-1 - end)) end += 1;
  text.replaceData(start, text.length - start - end, words.slice(start, words.length - end));
}

function compareAttributes(old, fresh, live, edits) {
  const names = new Set([...old.getAttributeNames(), ...fresh.getAttributeNames()]);
  for (const name of names) {
    const [was, is] = [old.getAttribute(name), fresh.getAttributeNode(name)];
    if (was === (is && is.value)) continue;
    if (live.getAttribute(name) !== was) return false;
    edits.push(() => (is ? live.setAttributeNS(is.namespaceURI, name, is.value) : live.removeAttribute(name)));
  }
  return true;
}

function compareChildren(old, fresh, live, edits) {
  // What scripts have added behind all others stays behind them.
  const standing = [...live.childNodes].slice(0, old.length);
  if (standing.length < old.length || !old.every((node, at) => isSameKind(node, standing[at]))) return false;
  return gaps(old, fresh).every(([start, end, freshStart, freshEnd]) => {
    const next = live.childNodes[end] ?? null;
    const [before, after] = [old.slice(start, end), fresh.slice(freshStart, freshEnd)];
    return compareRun(before, after, standing.slice(start, end), live, next, edits);
  });
}

// Compares nodes that stand together: one by one where they are of the same kinds, else they are replaced.
function compareRun(old, fresh, there, parent, next, edits) {
  if (old.length === fresh.length && old.every((node, at) => isSameKind(node, fresh[at]))) {
    return old.every((node, at) => compare(node, fresh[at], there[at], edits));
  }
  if (![...old, ...fresh].every(isFree) || !there.every((node, at) => canGo(node, old[at]))) return false;
  edits.push(() => {
    for (const node of there) node.remove();
    for (const node of fresh) parent.insertBefore(document.importNode(node, true), next);
  });
  return true;
}

function isSameKind(one, other) {
  return one.nodeName === other.nodeName && one.id === other.id;
}

// Returns whether a node can come and go while its page is open.
function isFree(node) {
  if (!(node instanceof Element)) return !(node instanceof DocumentType);
  return [node, ...node.querySelectorAll(AT_LOADING)].every((one) => !one.matches(AT_LOADING) || one.matches(OWN));
}

// Returns whether a live node is as its source has it and not in use.
function canGo(node, source) {
  return node.isEqualNode(source) && !(node instanceof Element && (node.matches(IN_USE) || node.querySelector(IN_USE)));
}
