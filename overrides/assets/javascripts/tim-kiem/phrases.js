/*
 * Where words stand side by side, and on which days: the scores of one reading of a query.
 *
 * An entry's score is a number; the lowest is the best. It is made of
 *   how:   0 as typed, 1 as words and days, 2 a synonym (apart.js goes on from there)
 *   tier:  exact spelling, equal spelling (hoà, hòa), folded
 *   place: all of a name, title or name, summary and numbers and tags, body
 */

import { mark } from "./lists.js";
import { equalSpellings, spelledText } from "./text.js";

export const NONE = 0xffff;
export const STEP = 16; // between scores: room for the place of a day
const PLACES = 4; // name, title, side, text
const TIERS = 3; // exact, equal, folded
export const HOW = TIERS * PLACES * STEP;
const IN_TEXT = 0x888; // the bits of the body in all tiers
const TURN = 255; // places in a body are counted modulo this
const LONGEST_RUN = 3;
const MOST_TRIPLES = 6;

/* For each entry a bit for every tier and place in which the words stand side by side. */
function fill(bits, spellings, list, names) {
  const own = mark(spelledText(list));
  const equal = new Set(equalMarks(list));
  for (const { mark: found, places } of spellings) {
    const tiers = found === own ? 0x111 : equal.has(found) ? 0x110 : 0x100;
    places.forEach((ids, place) => {
      if (!ids) return;
      const value = tiers << (names ? 0 : place + 1);
      for (const id of ids) bits[id] |= value;
    });
  }
  return bits;
}

/** The marks of all spellings that count as the one typed. */
export function equalMarks(list) {
  let ways = [[]];
  for (const { spelled } of list) {
    ways = equalSpellings(spelled).flatMap((other) => ways.map((way) => [...way, other])).slice(0, 16);
  }
  return ways.map((way) => mark(way.join(" ")));
}

/* The runs that together make a phrase, each sharing a word with the next; a very long one has fewer. */
function runsOf(list) {
  if (list.length <= LONGEST_RUN) return [{ start: 0, words: list }];
  const last = list.length - LONGEST_RUN;
  const count = Math.min(Math.ceil(last / 2), MOST_TRIPLES - 1);
  const starts = Array.from({ length: count }, (_, at) => Math.floor((at * last) / count));
  return [...starts, last].map((start) => ({ start, words: list.slice(start, start + LONGEST_RUN) }));
}

async function phrase(index, list) {
  const runs = runsOf(list);
  const [names, ...found] = await Promise.all([
    index.wholeName(list),
    ...runs.map((run) => index.run(run.words)),
  ]);
  const empty = () => new Uint16Array(index.total);
  const all = fill(empty(), found[0], runs[0].words);
  for (let at = 1; at < runs.length; at += 1) {
    const more = fill(empty(), found[at], runs[at].words);
    for (let id = 0; id < all.length; id += 1) all[id] &= more[id];
  }
  if (runs.length > 1 && all.some((bits) => bits & IN_TEXT)) await onlyTogether(index, runs, found, all);
  return fill(all, names, list, true);
}

/* Triples that all stand in a text make the phrase only where their places fit. */
async function onlyTogether(index, runs, found, all) {
  const places = await Promise.all(runs.map((run, at) => index.places(run.words, found[at])));
  for (let id = 0; id < all.length; id += 1) {
    if (!(all[id] & IN_TEXT)) continue;
    const starts = places.map((of, at) => of(id).map((place) => (place + TURN - (runs[at].start % TURN)) % TURN));
    if (!starts[0].some((start) => starts.every((others) => others.includes(start)))) all[id] &= ~IN_TEXT;
  }
}

const lowestBit = (bits) => 31 - Math.clz32(bits & -bits);

/* Bits are tier × 4 + place: the lowest is the best. */
function best(bits, scores) {
  for (let id = 0; id < bits.length; id += 1) {
    const score = bits[id] ? lowestBit(bits[id]) * STEP : NONE;
    if (score > scores[id]) scores[id] = score; // the worst of the parts counts
  }
}

/** Entries of a day: its own (1), of a document they cite (2), in the text (3). */
export async function onDay(index, term) {
  const found = new Uint8Array(index.total);
  for (const { places } of await index.day(term)) {
    for (let place = places.length - 1; place >= 0; place -= 1) {
      for (const id of places[place] || []) found[id] = place + 1;
    }
  }
  return found;
}

/** The score of each entry for a reading, by phrases and days. */
export async function evaluate(index, { parts, days, base }) {
  const [bits, dated] = await Promise.all([
    Promise.all(parts.map((part) => phrase(index, part))),
    Promise.all(days.map((term) => onDay(index, term))),
  ]);
  const scores = new Uint16Array(index.total);
  for (const one of bits) best(one, scores);
  return withDays(scores, dated, base * HOW, parts.length > 0);
}

/** Scores of words together with days: an entry must have both. */
export function withDays(scores, dated, base, hasParts) {
  for (let id = 0; id < scores.length; id += 1) {
    let day = 0;
    for (const places of dated) day = places[id] && day < 4 ? Math.max(day, places[id]) : 4;
    if (scores[id] === NONE || day === 4) scores[id] = NONE;
    else scores[id] += base + (hasParts ? day : day * STEP);
  }
  return scores;
}
