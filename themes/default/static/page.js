// What a script adds to a page that reads well without one: two switches, and copying a citation.
"use strict";

(function () {
  const root = document.documentElement;
  const settings = document.getElementById("settings");
  let offered = null;

  function remember(name, value) {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
    try {
      localStorage.setItem("briefing-" + name, value);
    } catch {
      // Storage may be closed to pages from a disk; the choice then lasts for this page.
    }
  }

  function option(name, value, text) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "radio";
    input.name = name;
    input.checked = (root.dataset[name] || "") === value;
    input.addEventListener("change", () => remember(name, value));
    label.append(input, text);
    return label;
  }

  function choice(name, title, values) {
    const set = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = title;
    set.append(legend, ...values.map(([value, text]) => option(name, value, text)));
    return set;
  }

  function offer(words) {
    settings.replaceChildren(
      choice("scheme", words[0], [["", words[1]], ["light", words[2]], ["dark", words[3]]]),
      choice("annotations", words[4], [["", words[5]], ["strong", words[6]], ["off", words[7]]]),
    );
    settings.hidden = false;
  }

  async function copy({ currentTarget }) {
    await navigator.clipboard.writeText(document.getElementById(currentTarget.dataset.copy).textContent);
    currentTarget.textContent = settings ? settings.dataset.copied : "✓";
  }

  // What was added already is not added twice.
  function add() {
    if (settings && settings.dataset.words !== offered) {
      offered = settings.dataset.words;
      offer(offered.split("|"));
    }
    if (!navigator.clipboard) return;
    for (const button of document.querySelectorAll("button[data-copy]")) {
      if (!document.getElementById(button.dataset.copy)) continue;
      button.hidden = false;
      button.addEventListener("click", copy);
    }
  }

  function takeBack() {
    for (const button of document.querySelectorAll("button[data-copy]:not(:focus)")) button.hidden = true;
  }

  add();
  // A preview changes the page in place, for which each script takes back what it has done to its elements.
  document.addEventListener("briefing-before-change", takeBack);
  document.addEventListener("briefing-after-change", add);
})();
