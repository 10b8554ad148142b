/*
 * What a reader can do with a page: text size, contrast, light or dark; listen, copy, print.
 *
 * Everything can be read without this file; no button shows before it runs (class "ready"). Choices
 * stay in the reader's browser (localStorage "portal-…") and go nowhere: no cookie, no request.
 * early.js, in the page's head, puts them on <html> before the page is drawn; the stylesheet does the
 * rest. Only attributes and classes are set, since the policy of the site forbids inline styles.
 */
(() => {
  "use strict";

  const root = document.documentElement;
  const one = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];

  /* The reader's settings: they live in attributes of <html>. ---------------------------------- */

  const SIZES = [100, 112, 125, 150]; // per cent; the stylesheet has the same steps

  const chosen = (name) => root.getAttribute("data-" + name);
  const step = () => Math.max(0, Object.keys(SIZES).indexOf(chosen("text")));

  function choose(name, value) {
    root.setAttribute("data-" + name, value);
    try {
      localStorage.setItem("portal-" + name, value);
    } catch (error) {
      // Storage is full or forbidden: the choice holds on this page.
    }
    show();
  }

  // Another tab, or a page the browser kept for its Back button, may have chosen otherwise since.
  function recall() {
    for (const name of ["theme", "contrast", "text"]) {
      try {
        const value = localStorage.getItem("portal-" + name);
        if (value) root.setAttribute("data-" + name, value);
      } catch (error) {
        return;
      }
    }
    show();
  }

  function show() {
    for (const button of all("[data-theme-choice]")) {
      press(button, button.getAttribute("data-theme-choice") === (chosen("theme") || "device"));
    }
    for (const button of all("[data-contrast-choice]")) press(button, chosen("contrast") === "high");
    for (const button of all("[data-step]")) {
      // Not `disabled`: a button that has the focus must keep it.
      button.setAttribute("aria-disabled", !SIZES[step() + Number(button.getAttribute("data-step"))]);
    }
    for (const text of all(".text-size")) text.textContent = SIZES[step()] + "%";
  }

  const press = (button, is) => button.setAttribute("aria-pressed", is);

  function settings() {
    const toggle = one(".settings-toggle");
    const panel = one(".settings");
    if (!toggle || !panel) return;
    const open = (is) => {
      panel.hidden = !is;
      toggle.setAttribute("aria-expanded", is);
    };
    toggle.addEventListener("click", () => open(panel.hidden));
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      open(false);
      toggle.focus();
    });
    panel.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button || button.getAttribute("aria-disabled") === "true") return;
      if (button.hasAttribute("data-step")) {
        choose("text", step() + Number(button.getAttribute("data-step")));
      } else if (button.hasAttribute("data-theme-choice")) {
        choose("theme", button.getAttribute("data-theme-choice"));
      } else {
        choose("contrast", chosen("contrast") === "high" ? "normal" : "high");
      }
    });
    addEventListener("storage", recall);
    addEventListener("pageshow", (event) => event.persisted && recall());
    show();
  }

  /* One article: copy its address, print it, listen to it. ------------------------------------- */

  const tool = (name) => one('[data-tool="' + name + '"]');

  // A button with two labels: its own, and the one in `data-other` while something is going on.
  function twoLabels(button) {
    const own = button.textContent;
    return (other) => {
      button.textContent = other ? button.getAttribute("data-other") : own;
    };
  }

  const address = () => {
    const canonical = one('link[rel="canonical"]');
    return canonical ? canonical.href : location.href;
  };

  function copy() {
    const button = tool("copy");
    if (!button) return;
    if (!navigator.clipboard) {
      button.hidden = true; // browsers offer it on https only
      return;
    }
    const label = twoLabels(button);
    const status = one(".tools [role=status]");
    let timer;
    const say = (done) => {
      label(done);
      status.textContent = done ? button.getAttribute("data-other") : "";
    };
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(address()).then(() => {
        say(true);
        clearTimeout(timer);
        timer = setTimeout(() => say(false), 2000);
      }, () => {});
    });
  }

  function print() {
    const button = tool("print");
    if (button && window.print) button.addEventListener("click", () => window.print());
    else if (button) button.hidden = true;
    const line = one(".page-address span");
    if (line && !line.textContent) {
      addEventListener("beforeprint", () => {
        line.textContent = address();
      });
    }
  }

  const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, caption, figcaption, pre, div";

  // Sentence by sentence: Chromium falls silent in the middle of a long utterance.
  function sentences() {
    const found = [];
    let last = null;
    for (const part of all(".story-head h1, .story-main > .lead, .story-body")) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (parent.closest(".footnote, .footnote-ref")) continue;
        const block = parent.closest(BLOCKS);
        if (block !== last) found.push("");
        last = block;
        found[found.length - 1] += walker.currentNode.data;
      }
    }
    return found
      .join("\n\n")
      .replace(/([^\n])\n(?!\n)/g, "$1 ")
      .replace(/([.!?…;])\s+/g, "$1\n")
      .split(/\n+/)
      .map((text) => text.trim())
      .filter(Boolean);
  }

  function listen() {
    const button = tool("listen");
    const speech = window.speechSynthesis;
    if (!button || !speech) return;
    const label = twoLabels(button);
    let voice = null;
    let queue = []; // kept here: Chromium forgets an utterance that nobody holds, and never ends it

    // A voice that is not on this machine would send the article to its maker.
    const find = () => {
      voice = speech.getVoices().find((v) => v.localService && /^vi(?![a-z])/i.test(v.lang)) || null;
      button.hidden = !voice;
    };
    const stop = () => {
      queue = [];
      speech.cancel();
      label(false);
    };
    const start = () => {
      speech.cancel();
      const mine = sentences().map((text) => {
        const utterance = new SpeechSynthesisUtterance(text);
        utterance.voice = voice;
        utterance.lang = voice.lang;
        // An earlier reading that was stopped reports its end late: only the present one counts.
        utterance.onerror = () => queue === mine && stop();
        return utterance;
      });
      if (!mine.length) return;
      queue = mine;
      mine[mine.length - 1].onend = () => queue === mine && stop();
      mine.forEach((utterance) => speech.speak(utterance));
      label(true);
    };

    button.addEventListener("click", () => (queue.length ? stop() : start()));
    addEventListener("pagehide", () => queue.length && stop());
    if (speech.addEventListener) speech.addEventListener("voiceschanged", find);
    find();
  }

  // On a phone the stylesheet lays a table's rows out as blocks, and older Safaris then no longer
  // read it as a table. Not in the HTML: there the Nu checker calls the same roles an error.
  function tables() {
    const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };
    for (const part of all(".matrix, .matrix *")) {
      const head = part.tagName === "TH" && (part.scope === "row" ? "rowheader" : "columnheader");
      const role = head || roles[part.tagName];
      if (role) part.setAttribute("role", role);
    }
  }

  tables();
  settings();
  copy();
  print();
  listen();
  root.classList.add("js", "ready");
})();
