// Where a reader is in a page: how far down, in which field, what they have opened and filled in. Kept while the page
// is loaded again. Loaded by the preview server's pages only, never published.

const KEPT = "briefing-preview-place";
const FIELDS = "input:not([type=file], [type=password], [type=hidden]), select, textarea";

// Remembers the place for the next page of this address.
export function keepPlace() {
  const active = document.activeElement;
  const place = {
    path: location.pathname,
    top: window.scrollY,
    focus: active && active !== document.body ? [selector(active), active.selectionStart, active.selectionEnd] : null,
    details: [...document.querySelectorAll("details")].map((one) => [selector(one), title(one), one.open]),
    fields: [...document.querySelectorAll(FIELDS)]
      .filter(isFilled)
      .map((one) => [selector(one), one.value, one.checked]),
  };
  sessionStorage.setItem(KEPT, JSON.stringify(place));
}

// Takes the reader back to the place that was remembered, if it was one of this page.
export function takePlace() {
  const place = JSON.parse(sessionStorage.getItem(KEPT) || "null");
  sessionStorage.removeItem(KEPT);
  if (!place || place.path !== location.pathname) return;
  for (const [at, words, open] of place.details) {
    const one = document.querySelector(at);
    if (one instanceof HTMLDetailsElement && title(one) === words) one.open = open;
  }
  for (const [at, value, checked] of place.fields) {
    const one = document.querySelector(at);
    if (!one || !one.matches(FIELDS)) continue;
    if (one.value !== value) one.value = value;
    if (one.checked !== checked) one.checked = checked;
  }
  if (place.focus) focusAgain(...place.focus);
  const scroll = () => window.scrollTo({ top: place.top, behavior: "instant" });
  scroll();
  window.addEventListener("load", scroll);
}

function isFilled(field) {
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
}

function focusAgain(at, start, end) {
  const one = document.querySelector(at);
  if (!one) return;
  one.focus({ preventScroll: true });
  if (typeof start === "number" && one.setSelectionRange) one.setSelectionRange(start, end);
}

function title(details) {
  return details.querySelector("summary")?.textContent ?? "";
}

// Returns a selector that finds an element again, in this page or in the next.
function selector(element) {
  const steps = [];
  for (let one = element; one; one = one.parentElement) {
    if (one.id) return [`#${CSS.escape(one.id)}`, ...steps].join(" > ");
    const alike = [...(one.parentElement?.children ?? [one])].filter((other) => other.localName === one.localName);
    steps.unshift(`${CSS.escape(one.localName)}:nth-of-type(${alike.indexOf(one) + 1})`);
  }
  return steps.join(" > ");
}
