/* The page /tim-kiem/: reads the search from the address, shows what is found, keeps both in step. */

import { excerpt } from "./excerpt.js";
import { counts, narrow } from "./facets.js";
import { address, Index, NoIndex } from "./index.js";
import { about, element, marked, number } from "./parts.js";
import { PAGE_SIZE, PHRASE, search, SINGLE_WORDS } from "./ranking.js";
import { FILTERS, isEmpty, pageNumber, readState, stateAddress } from "./state.js";
import { closedUnits, suggestions } from "./suggestions.js";

const RETRY = 2000; // ms; in the preview the index is made in the background

const one = (selector) => document.querySelector(selector);
const form = one(".search-form");
const narrowing = one(".search-narrow");
const chosenCount = one(".search-chosen");
const found = one(".search-found");
const status = one(".search-status");
const hints = one(".search-hints");
const results = one(".search-results");
const more = one(".search-more");
const pager = one(".search-pager");
const siteName = document.title;

let opened = null; // the index
let isFilled = false; // the choices have been shown before
let latest = 0; // the search under way: an earlier one that ends later is not shown

const say = (text) => {
  status.textContent = text;
};

/* Search ---------------------------------------------------------------------------------------- */

async function show(state, { focus = false } = {}) {
  latest += 1;
  const mine = latest;
  fillForm(state);
  document.title = state.q ? `“${state.q}” - ${siteName}` : siteName;
  found.hidden = isEmpty(state);
  if (isEmpty(state)) return clear();
  const slow = setTimeout(() => mine === latest && say("Đang tìm…"), 300);
  try {
    const answer = await ask(state);
    if (mine === latest) await render(state, answer, () => mine === latest);
    if (mine === latest && focus) status.focus();
  } catch (error) {
    if (mine === latest) failed(error, state);
  } finally {
    clearTimeout(slow);
  }
}

/* A page may have been open while the site was published anew: then its index is gone. */
async function ask(state, isSecondTry = false) {
  try {
    opened = opened || Index.open();
    return await answers(await opened, state);
  } catch (error) {
    opened = null;
    if (isSecondTry || !(error instanceof NoIndex)) throw error;
    return ask(state, true);
  }
}

async function answers(index, state) {
  const everything = () => ({ ids: Array.from({ length: index.total }, (_, id) => id), how: PHRASE, readings: [] });
  const [result, facets, closed] = await Promise.all([
    state.q ? search(index, state.q, Boolean(state.rong)) : everything(),
    index.facets(),
    state.q ? closedUnits(index, state.q) : [],
  ]);
  const chosen = Object.fromEntries(FILTERS.filter((name) => state[name]).map((name) => [name, state[name]]));
  const ids = narrow(result.ids, facets, chosen);
  if (state["sap-xep"] === "ngay") ids.sort((a, b) => a - b); // entries are numbered from the newest
  const page = Math.min(pageNumber(state), Math.max(1, Math.ceil(ids.length / PAGE_SIZE)));
  const shown = ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const hits = await Promise.all(shown.map((id) => index.hit(id)));
  const isDoubtful = state.q && (!result.ids.length || result.how === SINGLE_WORDS);
  const instead = isDoubtful ? await suggestions(index, state.q, result.ids.length > 0) : null;
  return { result, ids, page, hits, closed, instead, counts: counts(result.ids, facets, chosen) };
}

function failed(error, state) {
  clear();
  if (form.hasAttribute("data-preview")) {
    say("Bản xem trước đang lập chỉ mục tìm kiếm; kết quả sẽ hiện khi xong.");
    const mine = latest;
    setTimeout(() => mine === latest && show(state), RETRY);
  } else {
    say("Chưa đọc được chỉ mục tìm kiếm. Hãy thử lại, hoặc xem theo các mục ở dưới.");
  }
  if (!(error instanceof NoIndex)) throw error;
}

/* Show ------------------------------------------------------------------------------------------ */

function clear() {
  for (const part of [status, hints, results, more, pager]) part.replaceChildren();
  narrowing.hidden = true;
}

async function render(state, answer) {
  const { ids, page, hits, result } = answer;
  say(summary(state, answer));
  hints.replaceChildren(...answer.closed.map(closedHint));
  results.replaceChildren(...hits.map((hit) => resultItem(hit, result.readings)));
  results.start = (page - 1) * PAGE_SIZE + 1;
  more.replaceChildren(...instead(state, answer), ...widening(state, answer));
  pager.replaceChildren(...pages(state, page, Math.ceil(ids.length / PAGE_SIZE)));
  fillFilters(state, answer.counts);
}

function summary(state, { ids, page, result }) {
  const about = state.q ? ` cho “${state.q}”` : "";
  if (!ids.length) {
    return result.ids.length
      ? `Không có kết quả nào${about} trong phạm vi đã lọc.`
      : `Không tìm thấy trang nào${about}.`;
  }
  const last = Math.ceil(ids.length / PAGE_SIZE);
  const part = last > 1 ? `, trang ${page}/${last}` : "";
  const text = `${number(ids.length)} kết quả${about}${part}.`;
  if (result.how === PHRASE) return text;
  return `Không có trang nào có nguyên cụm từ này. ${text} Đây là các trang có đủ các từ, không liền nhau.`;
}

function resultItem(hit, readings) {
  const shown = excerpt(hit, readings);
  return element(
    "li",
    { class: "search-result" },
    element("h3", { class: "result-title" }, element("a", { href: address(hit.address) }, marked(shown.title))),
    element("p", { class: "result-about" }, about(hit)),
    shown.text.length ? element("p", { class: "result-text" }, marked(shown.text)) : null,
  );
}

function closedHint({ title, address: path, ended, successors }) {
  const text = ` kết thúc hoạt động từ ngày ${ended}.` + (successors.length ? " Đơn vị kế tục:" : "");
  return element(
    "div",
    { class: "notice notice-closed" },
    element("p", {}, link(title, address(path)), text),
    successors.length ? element("ul", {}, successors.map((unit) => element("li", {}, link(unit.title, address(unit.address))))) : null,
  );
}

const link = (text, href, attributes = {}) => element("a", { href, ...attributes }, text);

function instead(state, { instead: other }) {
  if (!other) return [];
  const shorter = other.shorter.map(({ query, count }) =>
    element("li", {}, link(`“${query}”`, stateAddress({ q: query })), ` (${number(count)} kết quả)`));
  const meant = other.meant.map(({ title, kind, address: path }) =>
    element("li", {}, kind ? `${kind}: ` : null, link(title, address(path))));
  return [
    ...listed("Thử tìm:", shorter),
    ...listed("Có thể bạn đọc cần xem:", meant),
  ];
}

const listed = (heading, items) =>
  items.length ? [element("div", { class: "search-instead" }, element("p", {}, heading), element("ul", {}, items))] : [];

function widening(state, { result }) {
  if (!result.canWiden) return [];
  const href = stateAddress({ ...state, rong: "1", trang: "" });
  return [element("p", {}, link("Tìm cả những trang có đủ các từ nhưng không liền nhau", href))];
}

/* Numbers of pages: the first, the last, and those beside the present one. */
function pages(state, page, count) {
  if (count < 2) return [];
  const to = (target) => stateAddress({ ...state, trang: target > 1 ? String(target) : "" });
  const steps = [
    page > 1 ? element("li", {}, link("Trang trước", to(page - 1), { rel: "prev" })) : null,
    page < count ? element("li", {}, link("Trang sau", to(page + 1), { rel: "next" })) : null,
  ];
  const near = [1, page - 1, page, page + 1, count].filter((target) => target >= 1 && target <= count);
  const numbers = [...new Set(near)].flatMap((target, at, all) => {
    const gap = at && target > all[at - 1] + 1 ? element("li", { class: "gap", "aria-hidden": "true" }, "…") : null;
    const current = target === page ? "page" : null;
    const label = element("span", { class: "unseen" }, "Trang ");
    return [gap, element("li", {}, element("a", { href: to(target), "aria-current": current }, label, String(target)))];
  });
  return [element("ul", { class: "pager-steps" }, steps), element("ol", { class: "pager-pages" }, numbers)];
}

/* The form -------------------------------------------------------------------------------------- */

function fillForm(state) {
  form.elements.q.value = state.q;
  form.elements["sap-xep"].value = state["sap-xep"] === "ngay" ? "ngay" : "";
}

function fillFilters(state, values) {
  const chosen = FILTERS.filter((name) => state[name]).length;
  narrowing.hidden = !chosen && !Object.values(values).some((list) => list.some(({ count }) => count));
  if (!isFilled) narrowing.open = chosen > 0 || matchMedia("(min-width: 48em)").matches;
  isFilled = true; // from now on it is open or closed as the reader wants
  chosenCount.textContent = chosen ? `(${chosen})` : "";
  for (const name of FILTERS) {
    const select = form.elements[name];
    const options = values[name].filter(({ value, count }) => count || value === state[name]);
    select.replaceChildren(
      element("option", { value: "" }, "Tất cả"),
      ...options.map(({ value, label, count }) => element("option", { value, "data-count": count }, `${label} (${number(count)})`)),
    );
    select.value = state[name];
    select.closest(".search-filter").hidden = !options.length;
  }
}

function go(state, options) {
  history.pushState(null, "", stateAddress(state));
  show(state, options);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const state = readState(location.href);
  const q = form.elements.q.value.trim();
  // What was chosen for one question says nothing about the next.
  go(q === state.q ? { ...state, trang: "" } : { q, "sap-xep": state["sap-xep"] });
});

form.addEventListener("change", (event) => {
  if (!event.target.matches("select")) return;
  go({ ...readState(location.href), [event.target.name]: event.target.value, trang: "" });
});

found.addEventListener("click", (event) => {
  const target = event.target.closest("a");
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!target || !isPlain || results.contains(target)) return;
  const url = new URL(target.href);
  if (url.origin !== location.origin || url.pathname !== location.pathname) return;
  event.preventDefault();
  go(readState(url.href), { focus: true });
});

addEventListener("popstate", () => show(readState(location.href)));
show(readState(location.href));
