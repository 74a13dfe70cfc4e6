// A card at each name and date of an article, on hover and by keyboard. A name's says what the list of names further
// down says of it, a date's what its tooltip says; without a script, tooltip and list are all there is.
"use strict";

(function () {
  const text = document.getElementById("text");
  if (!text || !HTMLElement.prototype.showPopover) return;

  const CALM = 250; // milliseconds before a card follows the pointer, so that none opens under way, nor closes too early
  const entries = new Map();
  for (const entry of document.querySelectorAll("#names ~ .name-groups li")) {
    const link = entry.querySelector("a");
    if (link) entries.set(link.getAttribute("href"), entry);
  }
  for (const date of text.querySelectorAll(".date[title]")) date.tabIndex = 0;

  const card = document.createElement("div");
  card.id = "card";
  card.className = "mark-card";
  card.popover = "manual";
  card.role = "tooltip";
  card.lang = document.documentElement.lang;
  card.dir = document.documentElement.dir;
  text.parentElement.append(card);
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
    const entry = entries.get(mark.getAttribute("href"));
    if (!entry) return [line("", mark.title)];
    const parts = ["a", ".role", ".apparatus"].map((part) => [part, entry.querySelector(part)]);
    return parts.filter(([, found]) => found).map(([part, found]) => line(part.slice(1) || "name", found.textContent));
  }

  function hide() {
    clearTimeout(waiting);
    if (!shown) return;
    card.hidePopover();
    shown.title = tooltip;
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

  for (const mark of text.querySelectorAll("a.person, a.org, a.place, .date[tabindex]")) {
    mark.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && later(() => show(mark)));
    mark.addEventListener("pointerleave", () => later(hide));
    mark.addEventListener("focus", () => show(mark));
    mark.addEventListener("blur", hide);
  }
  card.addEventListener("pointerenter", () => clearTimeout(waiting));
  card.addEventListener("pointerleave", () => later(hide));
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
})();
