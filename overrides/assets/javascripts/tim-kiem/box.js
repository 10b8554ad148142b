/* The search box on every page: shows the first results while a reader types. Nothing is fetched before. */

const PAUSE = 250; // ms without a key before anything is asked
const MOST = 5;
const SHORTEST = 2; // letters

let modules = null;

/* The search itself comes only when somebody types. */
function load() {
  modules = modules || Promise.all(
    ["index.js", "ranking.js", "parts.js", "text.js", "excerpt.js"].map((name) => import(`./${name}`)),
  ).then((loaded) => Object.assign({}, ...loaded));
  return modules;
}

function activate(form) {
  const input = form.querySelector("input");
  const list = form.querySelector(".instant");
  const status = form.querySelector("[role=status]");
  let timer = 0;
  let latest = 0;
  let opened = null;

  function close() {
    latest += 1;
    list.hidden = true;
    status.textContent = "";
  }

  async function ask() {
    const query = input.value.trim();
    if (query.length < SHORTEST) return close();
    latest += 1;
    const mine = latest;
    try {
      const search = await load();
      opened = opened || search.Index.open();
      const index = await opened;
      const result = await found(search, index, query);
      const hits = await Promise.all(result.ids.slice(0, MOST).map((id) => index.hit(id)));
      if (mine === latest) show(search, result, hits);
    } catch (error) {
      opened = null; // no index, or no line: the form still leads to the search page
      if (mine === latest) close();
    }
  }

  function show(search, { query, readings, ids }, hits) {
    const count = ids.length;
    const { element, marked, about, excerpt, number, address } = search;
    const items = hits.map((hit) => element(
      "li",
      {},
      element("a", { href: address(hit.address) },
        element("span", { class: "instant-title" }, marked(excerpt(hit, readings).title)),
        element("span", { class: "instant-about" }, about(hit))),
    ));
    const everything = new URL(form.action);
    everything.searchParams.set("q", query);
    const all = count
      ? element("a", { class: "instant-all", href: everything.href }, `Xem tất cả ${number(count)} kết quả`)
      : element("a", { class: "instant-all", href: everything.href }, `Không thấy “${query}”; xem gợi ý`);
    list.replaceChildren(...(items.length ? [element("ul", {}, items)] : []), all);
    list.hidden = false;
    status.textContent = count ? `${number(count)} kết quả; bấm mũi tên xuống để xem.` : "Không có kết quả.";
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  form.addEventListener("submit", () => clearTimeout(timer));
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
      input.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      move(event, event.key === "ArrowDown" ? 1 : -1);
    }
  });

  function move(event, step) {
    if (list.hidden) return;
    const stops = [input, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/* The last word may not be finished yet: without it there may be something. */
async function found({ search, words }, index, query) {
  const result = { ...(await search(index, query)), query };
  const shorter = query.replace(/\s*\S+$/, "");
  if (result.how === "phrase" && (result.ids.length || words(shorter).length < 1)) return result;
  const other = shorter ? await search(index, shorter) : result;
  return other.ids.length && other.how === "phrase" ? { ...other, query: shorter } : result;
}

document.querySelectorAll(".search-box").forEach(activate);
