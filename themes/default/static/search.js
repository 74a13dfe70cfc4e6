// Starts the search interface where there is a server to ask; from a disk the page's own message stays.
"use strict";

(function () {
  if (location.protocol === "file:") return;
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = "pagefind/pagefind-ui.css";
  const script = document.createElement("script");
  script.src = "pagefind/pagefind-ui.js";
  script.addEventListener("load", () => {
    document.getElementById("no-search").hidden = true;
    new PagefindUI({ element: "#search", showSubResults: true, showImages: false });
  });
  document.head.append(styles, script);
})();
