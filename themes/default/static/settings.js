// Applies the reader's choice of colours and annotations before the page is drawn.
"use strict";

(function () {
  const root = document.documentElement;
  for (const name of ["scheme", "annotations"]) {
    let value = null;
    try {
      value = localStorage.getItem("briefing-" + name);
    } catch {
      // Storage may be closed to pages from a disk; the defaults serve.
    }
    if (value) root.dataset[name] = value;
  }
})();
