// Starts the search interface where there is a server to ask; from a disk the page's own message stays.
"use strict";

(function () {
  if (location.protocol === "file:") return;

  // A hit in an article leads to the first paragraph that has the words, not to the title. It is shown with an excerpt
  // where it is the first of its own parts.
  function toPassage(result) {
    const paragraphs = (result.anchors || []).filter((anchor) => /^p\d+$/.test(anchor.id));
    const found = result.locations.flatMap((place) => paragraphs.filter((anchor) => anchor.location <= place).slice(-1))[0];
    const url = found && `${result.url}#${found.id}`;
    return url ? { ...result, url, sub_results: [{ url }] } : result;
  }

  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = "pagefind/pagefind-ui.css";
  const script = document.createElement("script");
  script.src = "pagefind/pagefind-ui.js";
  const loaded = new Promise((resolve) => script.addEventListener("load", resolve));
  document.head.append(styles, script);

  // The groups come before the field: a search made while they load would show only those that have come, for good.
  const groups = import("../pagefind/pagefind.js").then((pagefind) => pagefind.filters());
  Promise.all([loaded, groups]).then(() => {
    document.getElementById("no-search").hidden = true;
    new PagefindUI({ element: "#search", showSubResults: true, showImages: false, excerptLength: 30, processResult: toPassage });
  });
})();
