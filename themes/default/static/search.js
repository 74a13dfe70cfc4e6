// Starts the search interface where there is a server to ask; from a disk the page's own message stays.
"use strict";

(function () {
  if (location.protocol === "file:") return;

  // A hit in an article leads to the first paragraph that has the words, not to the title.
  function toPassage(result) {
    const paragraphs = (result.anchors || []).filter((anchor) => /^p\d+$/.test(anchor.id));
    const found = result.locations.flatMap((place) => paragraphs.filter((anchor) => anchor.location <= place).slice(-1))[0];
    return found ? { ...result, url: `${result.url}#${found.id}`, sub_results: [] } : result;
  }

  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = "pagefind/pagefind-ui.css";
  const script = document.createElement("script");
  script.src = "pagefind/pagefind-ui.js";
  script.addEventListener("load", () => {
    document.getElementById("no-search").hidden = true;
    new PagefindUI({ element: "#search", showSubResults: true, showImages: false, processResult: toPassage });
  });
  document.head.append(styles, script);
})();
