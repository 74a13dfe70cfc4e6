// What a script adds to a page that reads well without one: two switches, and copying a citation.
"use strict";

(function () {
  const root = document.documentElement;
  const settings = document.getElementById("settings");
  const words = settings ? settings.dataset.words.split("|") : [];
  const choices = [
    ["scheme", words[0], [["", words[1]], ["light", words[2]], ["dark", words[3]]]],
    ["annotations", words[4], [["", words[5]], ["strong", words[6]], ["off", words[7]]]],
  ];

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

  if (settings) {
    for (const [name, title, values] of choices) {
      const set = document.createElement("fieldset");
      const legend = document.createElement("legend");
      legend.textContent = title;
      set.append(legend, ...values.map(([value, text]) => option(name, value, text)));
      settings.append(set);
    }
    settings.hidden = false;
  }

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    if (!source || !navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = settings ? settings.dataset.copied : "✓";
    });
  }
})();
