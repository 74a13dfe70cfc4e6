// Reloads the page when the site has changed. Loaded by the preview server's pages only, never published.
(() => {
  "use strict";
  const script = document.currentScript;
  const remembered = "briefing-preview-scroll";
  let state = script.dataset.state;
  let source = null;

  function restoreScroll() {
    const [path, top] = JSON.parse(sessionStorage.getItem(remembered) || "[null, 0]");
    sessionStorage.removeItem(remembered);
    if (path === location.pathname) window.scrollTo({ top, behavior: "instant" });
  }

  function reload() {
    sessionStorage.setItem(remembered, JSON.stringify([location.pathname, window.scrollY]));
    location.reload();
  }

  function swapStyles(version) {
    for (const old of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const address = new URL(old.href);
      if (address.origin !== location.origin || address.pathname.startsWith("/__briefing/")) continue;
      address.searchParams.set("state", version);
      const fresh = old.cloneNode();
      fresh.href = address.href;
      fresh.onload = () => old.remove();
      fresh.onerror = reload;
      old.after(fresh);
    }
  }

  function hear(event) {
    const news = JSON.parse(event.data);
    if (news.state === state) return;
    if (news.same_as.includes(state)) {
      state = news.state;
    } else if (news.styles_only_since === state) {
      state = news.state;
      swapStyles(state);
    } else {
      reload();
    }
  }

  function connect() {
    if (source && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource(`/__events?page=${encodeURIComponent(location.pathname)}`);
    source.onmessage = hear;
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 1000);
    };
  }

  // A browser opens few connections to one server: pages in the background give theirs up.
  function follow() {
    if (document.visibilityState === "visible") connect();
    else if (source) source.close();
  }

  document.addEventListener("visibilitychange", follow);
  window.addEventListener("load", restoreScroll);
  follow();
})();
