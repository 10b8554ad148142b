/* Where a query leads besides its hits: successors of closed units; what to try when nothing is found. */

import { dayText } from "./days.js";
import { place, readQuery } from "./query.js";
import { search } from "./ranking.js";
import { words } from "./text.js";

const MOST = 3;
const MOST_WORDS = 7;
const LIKENESS = 0.6;

/** Closed units that a query names: `{title, address, ended, successors}`. */
export async function closedUnits(index, query) {
  const parts = readQuery(query, index).flatMap((reading) => reading.parts);
  if (!parts.length) return [];
  const { units } = await index.names();
  const closed = units.filter((unit) => unit.ended);
  const named = closed.filter((unit) => names(unit).some((name) => isNamed(name, parts)));
  return named.length ? named.slice(0, MOST) : few(closed.filter((unit) => isPartOf(unit, parts)));
}

const names = (unit) => [unit.title, ...unit.names].map((name) => words(name).map((word) => word.folded));
const isNamed = (name, parts) => name.length > 1 && parts.some((part) => place(part, name) >= 0);
const few = (list) => (list.length <= MOST ? list : []);

/* “Lê Chân” is no name of VKSND quận Lê Chân, but leads to it. */
function isPartOf(unit, [typed]) {
  const asked = typed.map((word) => word.folded);
  return asked.length > 1 && place(words(unit.title), asked) >= 0;
}

/**
 * For a query without (good) hits: shorter ones that have some, unless there are hits at all, and
 * names it may have meant.
 */
export async function suggestions(index, query, hasHits) {
  const [shorter, meant] = await Promise.all([
    hasHits ? [] : shorterQueries(index, query),
    nearestNames(index, query),
  ]);
  return { shorter, meant };
}

async function shorterQueries(index, query) {
  const [first] = readQuery(query, index);
  if (first && !first.parts.length) return longerTimes(index, first.days[0]);
  const typed = query.trim().split(/\s+/).filter((part) => words(part).length);
  if (typed.length < 2 || typed.length > MOST_WORDS) return [];
  const candidates = typed.map((left, at) => ({ left, query: typed.filter((_, other) => other !== at).join(" ") }));
  const unknown = await unknownWords(index, typed);
  const known = typed.filter((part) => !unknown.includes(part));
  const chosen = unknown.length ? [{ left: unknown.join(" "), query: known.join(" ") }] : candidates;
  const found = [];
  for (const candidate of chosen.filter((one) => one.query)) {
    const { ids, how } = await search(index, candidate.query);
    if (ids.length) found.push({ ...candidate, count: ids.length, how });
  }
  const rank = ["phrase", "apart", "single"];
  return found.sort((one, other) => rank.indexOf(one.how) - rank.indexOf(other.how)).slice(0, MOST);
}

/* Nothing on a day: what there is in its month, in its year. */
async function longerTimes(index, day) {
  const found = [];
  for (const wider of [day.slice(0, 7), day.slice(0, 5)]) {
    const { ids } = wider === day ? { ids: [] } : await search(index, dayText(wider));
    if (ids.length) found.push({ query: dayText(wider), count: ids.length });
  }
  return found.slice(0, 1);
}

async function unknownWords(index, typed) {
  const isKnown = async (part) => {
    const rows = await Promise.all(words(part).map((word) => index.run([word])));
    return rows.every((row) => row.length);
  };
  const known = await Promise.all(typed.map(isKnown));
  return typed.filter((_, at) => !known[at]);
}

async function nearestNames(index, query) {
  const asked = pairs(query);
  const { units, plans, documents, tags } = await index.names();
  const likeness = (one) => Math.max(...[one.title, ...(one.names || [])].map((name) => alike(asked, pairs(name))));
  const topics = tags.map((tag) => ({ ...tag, kind: "Chủ đề" }));
  return [...units, ...plans, ...documents, ...topics]
    .map((one) => ({ ...one, likeness: likeness(one) }))
    .filter((one) => one.likeness >= LIKENESS)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, MOST);
}

/* Neighbouring letters, as a set: few typing errors change many of them. */
function pairs(text) {
  const letters = words(text).map((word) => word.folded).join(" ");
  return new Set(Array.from({ length: Math.max(letters.length - 1, 0) }, (_, at) => letters.slice(at, at + 2)));
}

function alike(one, other) {
  if (!one.size || !other.size) return 0;
  return (2 * [...one].filter((pair) => other.has(pair)).length) / (one.size + other.size);
}
