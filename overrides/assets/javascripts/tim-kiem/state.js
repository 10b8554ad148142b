/* What a search consists of, as it stands in the address of the page. */

/** What results can be narrowed by: the choices that the page offers. */
export const FILTERS = [...document.querySelectorAll(".search-filter select")]
  .map((select) => select.name)
  .filter((name) => name !== "sap-xep");
const OTHERS = ["q", "sap-xep", "trang", "rong"];

/** The search in an address: `{q, "don-vi", …, trang}`; what is not set is empty. */
export function readState(address) {
  const given = new URL(address).searchParams;
  return Object.fromEntries([...OTHERS, ...FILTERS].map((name) => [name, (given.get(name) || "").trim()]));
}

/** The address of a search, below that of the page. */
export function stateAddress(state) {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value) given.set(name, value);
  const text = given.toString();
  return location.pathname + (text ? `?${text}` : "");
}

/** Whether anything is searched at all. */
export const isEmpty = (state) => !state.q && FILTERS.every((name) => !state[name]);

/** The page number, from 1. */
export const pageNumber = (state) => Math.max(1, Number.parseInt(state.trang, 10) || 1);
