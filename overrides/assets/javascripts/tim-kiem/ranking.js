/*
 * Which entries a query finds, and in which order.
 *
 * An entry's score is a number; the lowest comes first, then the newest. It is made of
 *   how:   0 as typed, 1 as words and days, 2 a synonym: phrases; 3 words apart; 4 single words
 *   tier:  exact spelling, equal spelling (hoà, hòa), folded
 *   place: all of a name, title or name, summary and numbers and tags, body
 * Words apart count where phrases do not fill a page, and then only near each other; anywhere in a
 * page, or as single words, where nothing else is found.
 */

import { textIds } from "./index.js";
import { mark, readSpellings } from "./lists.js";
import { readQuery } from "./query.js";
import { equalSpellings, spelledText } from "./text.js";

export const PAGE_SIZE = 10;
const NONE = 0xffff;
const PLACES = 4; // name, title, side, text
const TIERS = 3; // exact, equal, folded
const STEP = 16; // of a score: room for the place of a day
const HOW = TIERS * PLACES * STEP;
const APART = 3 * HOW;
const SINGLE = 4 * HOW;
const CLOSE = STEP; // added to the score of words that stand not quite together …
const FAR = 2 * STEP; // … and of those that may have nothing to do with each other
const IN_TEXT = 0x888; // the bits of the body in all tiers
const TURN = 255; // places in a body are counted modulo this
const LONGEST_RUN = 3;
const MOST_TRIPLES = 6;

/* Phrases ---------------------------------------------------------------------------------------- */

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

function equalMarks(list) {
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

/* Entries of a day: its own (1), of a document they cite (2), in the text (3). */
async function onDay(index, term) {
  const found = new Uint8Array(index.total);
  for (const { places } of await index.day(term)) {
    for (let place = places.length - 1; place >= 0; place -= 1) {
      for (const id of places[place] || []) found[id] = place + 1;
    }
  }
  return found;
}

async function evaluate(index, { parts, days, base }) {
  const [bits, dated] = await Promise.all([
    Promise.all(parts.map((part) => phrase(index, part))),
    Promise.all(days.map((term) => onDay(index, term))),
  ]);
  const scores = new Uint16Array(index.total);
  for (const one of bits) best(one, scores);
  return withDays(scores, dated, base * HOW, parts.length > 0);
}

function withDays(scores, dated, base, hasParts) {
  for (let id = 0; id < scores.length; id += 1) {
    let day = 0;
    for (const places of dated) day = places[id] && day < 4 ? Math.max(day, places[id]) : 4;
    if (scores[id] === NONE || day === 4) scores[id] = NONE;
    else scores[id] += base + (hasParts ? day : day * STEP);
  }
  return scores;
}

/* Words apart ------------------------------------------------------------------------------------ */

const FOLDED = 1;
const EXACT = 2;
const IN_HEAD = 4;
const EXACT_IN_HEAD = 8;

/* For each entry whether the words stand in it, exactly so, and in title, summary or the like. */
async function presence(index, list) {
  const found = new Uint8Array(index.total);
  const own = new Set(equalMarks(list));
  const row = await index.row(list.length, list.map((word) => word.folded).join(" "));
  for (const { mark: spelling, places } of row ? readSpellings(row, index.total) : []) {
    places.forEach((ids, place) => {
      const here = FOLDED | (own.has(spelling) ? EXACT : 0);
      const value = place < 2 ? here | (here * IN_HEAD) : here;
      for (const id of ids || []) found[id] |= value;
    });
  }
  return found;
}

/*
 * The words of one part. Vietnamese words are mostly pairs of syllables: two neighbours of the query
 * that both stand alone in a text are not those words (“dân … chủ” is not “dân chủ”).
 */
class Chain {
  static async read(index, list, withPairs) {
    const single = list.map((_, place) => list.slice(place, place + 1));
    const paired = withPairs ? list.slice(1).map((_, place) => list.slice(place, place + 2)) : [];
    const [singles, pairs] = await Promise.all([
      Promise.all(single.map((word) => presence(index, word))),
      Promise.all(paired.map((pair) => presence(index, pair))),
    ]);
    return new Chain(single, singles, paired, pairs, withPairs);
  }

  constructor(single, singles, paired, pairs, withPairs) {
    Object.assign(this, { single, singles, paired, pairs, withPairs });
  }

  joined(place, id, need) {
    const before = place > 0 && this.pairs[place - 1][id] & need;
    return before || (place < this.pairs.length && this.pairs[place][id] & need);
  }

  holds(id, need) {
    let wasAlone = false;
    for (let place = 0; place < this.singles.length; place += 1) {
      if (!(this.singles[place][id] & need)) return false;
      const isAlone = this.withPairs && !this.joined(place, id, need);
      if (isAlone && wasAlone) return false;
      wasAlone = isAlone;
    }
    return true;
  }
}

async function apart(index, { parts, days }, withPairs, nearOnly) {
  const base = withPairs ? APART : SINGLE;
  const [chains, dated] = await Promise.all([
    Promise.all(parts.map((part) => Chain.read(index, part, withPairs))),
    Promise.all(days.map((term) => onDay(index, term))),
  ]);
  const scores = new Uint16Array(index.total).fill(NONE);
  const hits = [];
  for (let id = 0; id < index.total; id += 1) {
    if (!chains.every((chain) => chain.holds(id, FOLDED))) continue;
    const isExact = chains.every((chain) => chain.holds(id, EXACT));
    const inHead = chains.every((chain) => chain.holds(id, isExact ? EXACT_IN_HEAD : IN_HEAD));
    scores[id] = (isExact ? 0 : 4) * STEP + (inHead ? 0 : 1) * STEP;
    hits.push(id);
  }
  if (hits.length > 1 || nearOnly) await nearer(index, chains, scores, hits, nearOnly);
  return withDays(scores, dated, base, true);
}

/* Words in one eighth of the text, or in two that touch, are near. */
async function nearer(index, chains, scores, hits, nearOnly) {
  const near = new Uint8Array(index.total).fill(0xff);
  const close = new Uint8Array(index.total).fill(0xff);
  for (const chain of chains) {
    const lists = chain.withPairs && chain.paired.length ? chain.paired : chain.single;
    const found = chain.withPairs && chain.paired.length ? chain.pairs : chain.singles;
    const masks = await Promise.all(lists.map((list) => textParts(index, list)));
    for (const id of hits) {
      lists.forEach((_, place) => {
        if (!found[place][id] || found[place][id] & IN_HEAD) return; // a title is near everything
        const mask = masks[place][id];
        near[id] &= mask;
        close[id] &= mask | (mask << 1) | (mask >> 1);
      });
    }
  }
  for (const id of hits) {
    if (nearOnly && !close[id]) scores[id] = NONE;
    else scores[id] += near[id] ? 0 : close[id] ? CLOSE : FAR;
  }
}

async function textParts(index, list) {
  const [row, parts] = await Promise.all([index.run(list), index.parts(list)]);
  const found = new Uint8Array(index.total);
  textIds(row).forEach((id, place) => {
    found[id] = parts[place];
  });
  return found;
}

/* The whole --------------------------------------------------------------------------------------- */

/** How a result was found. */
export const PHRASE = "phrase";
export const WORDS_APART = "apart";
export const SINGLE_WORDS = "single";

/**
 * Search. Resolves to `{ids, how, readings, canWiden}`; ids are in order, best first. With `wide`
 * words apart count although there are phrases.
 */
export async function search(index, query, wide = false) {
  const readings = readQuery(query, index);
  if (!readings.length) return { ids: [], how: PHRASE, readings, canWiden: false };
  const found = await Promise.all(readings.map((one) => evaluate(index, one)));
  const scores = lowest(found);
  const phrases = count(scores);
  const canWiden = !readings[0].strict && readings.some(hasSeveralWords);
  let how = PHRASE;
  if (canWiden && (wide || phrases < PAGE_SIZE)) {
    how = await widen(index, readings, scores, phrases > 0 && !wide);
  }
  const isNarrow = canWiden && phrases > 0 && !wide;
  return { ids: inOrder(scores, index.firstUnit), how, readings, canWiden: isNarrow };
}

const hasSeveralWords = ({ parts }) => parts.some((part) => part.length > 1);

async function widen(index, readings, scores, nearOnly) {
  const hadPhrases = count(scores) > 0;
  const usable = (hadPhrases ? readings.slice(0, 1) : readings).filter(hasSeveralWords);
  for (const [withPairs, how] of [[true, WORDS_APART], [false, SINGLE_WORDS]]) {
    const found = await Promise.all(usable.map((one) => apart(index, one, withPairs, nearOnly)));
    for (const one of found) keepLowest(scores, one);
    if (count(scores)) return hadPhrases ? PHRASE : how;
  }
  return PHRASE;
}

function keepLowest(scores, others) {
  for (let id = 0; id < scores.length; id += 1) if (others[id] < scores[id]) scores[id] = others[id];
}

function lowest([first, ...others]) {
  for (const one of others) keepLowest(first, one);
  return first;
}

const count = (scores) => scores.reduce((sum, score) => sum + (score !== NONE), 0);

/* Of equals the page of a unit comes first, then the newest: entries are numbered from the newest. */
function inOrder(scores, firstUnit) {
  const keys = [];
  for (let id = 0; id < scores.length; id += 1) {
    if (scores[id] !== NONE) keys.push((scores[id] * 2 + (id < firstUnit)) * 2 ** 24 + id);
  }
  return [...Float64Array.from(keys).sort()].map((key) => key % 2 ** 24);
}
