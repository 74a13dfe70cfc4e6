// A card at each name and date of an article, on hover and by keyboard. A name's says what the list of names further
// down says of it, a date's what its tooltip says; without a script, tooltip and list are all there is.
"use strict";

(function () {
  if (!HTMLElement.prototype.showPopover) return;

  const CALM = 250; // milliseconds before a card follows the pointer, so that none opens under way, nor closes too early
  const DATES = "#text .date[title]";
  const MARKS = `#text :is(a.person, a.org, a.place), ${DATES}`;
  const NAMES = "#names ~ .name-groups li";

  const card = document.createElement("div");
  card.id = "card";
  card.className = "mark-card";
  card.popover = "manual";
  card.role = "tooltip";
  let shown = null;
  let tooltip = "";
  let waiting = 0;

  function line(kind, words) {
    const made = document.createElement("p");
    made.className = kind;
    made.textContent = words;
    return made;
  }

  function told(mark) {
    const address = mark.getAttribute("href");
    const entry = address && [...document.querySelectorAll(NAMES)].find((one) => leadsTo(one, address));
    if (!entry) return [line("", mark.title)];
    const parts = ["a", ".role", ".apparatus"].map((part) => [part, entry.querySelector(part)]);
    return parts.filter(([, found]) => found).map(([part, found]) => line(part.slice(1) || "name", found.textContent));
  }

  function leadsTo(entry, address) {
    return entry.querySelector("a")?.getAttribute("href") === address;
  }

  function hide() {
    clearTimeout(waiting);
    if (!shown) return;
    card.hidePopover();
    if (tooltip) shown.title = tooltip;
    shown.removeAttribute("aria-describedby");
    shown = null;
  }

  function show(mark) {
    clearTimeout(waiting);
    if (shown === mark || document.documentElement.dataset.annotations === "off") return;
    hide();
    card.replaceChildren(...told(mark));
    [shown, tooltip] = [mark, mark.title];
    mark.removeAttribute("title"); // or the browser would show it on top of the card
    mark.setAttribute("aria-describedby", card.id);
    card.showPopover();
    const lines = mark.getClientRects();
    const [first, last] = [lines[0], lines[lines.length - 1]];
    const below = last.bottom + card.offsetHeight < innerHeight || first.top < card.offsetHeight;
    const left = Math.min((below ? last : first).left, document.documentElement.clientWidth - card.offsetWidth - 8);
    card.style.left = `${scrollX + Math.max(8, left)}px`;
    card.style.top = `${scrollY + (below ? last.bottom : first.top - card.offsetHeight)}px`;
  }

  function later(action) {
    clearTimeout(waiting);
    waiting = setTimeout(action, CALM);
  }

  function come({ pointerType, currentTarget }) {
    if (pointerType === "mouse") later(() => show(currentTarget));
  }

  const leave = () => later(hide);
  const focus = ({ currentTarget }) => show(currentTarget);

  // What is heard already at a mark is not heard twice.
  function equip() {
    const { lang, dir } = document.documentElement;
    Object.assign(card, { lang, dir });
    document.getElementById("text")?.parentElement.append(card);
    for (const date of document.querySelectorAll(DATES)) date.tabIndex = 0;
    for (const mark of document.querySelectorAll(MARKS)) {
      mark.addEventListener("pointerenter", come);
      mark.addEventListener("pointerleave", leave);
      mark.addEventListener("focus", focus);
      mark.addEventListener("blur", hide);
    }
  }

  // A preview changes the page in place, for which each script takes back what it has done to its elements.
  function keepUp() {
    const open = [shown, card].some((one) => one?.matches(":hover, :focus")) ? shown : null;
    hide();
    for (const date of document.querySelectorAll(`${DATES}:not(:focus)`)) date.removeAttribute("tabindex");
    const again = () => {
      equip();
      if (open?.isConnected && open.matches(MARKS)) show(open);
    };
    document.addEventListener("briefing-after-change", again, { once: true });
  }

  card.addEventListener("pointerenter", () => clearTimeout(waiting));
  card.addEventListener("pointerleave", leave);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("briefing-before-change", keepUp);
  equip();
})();
