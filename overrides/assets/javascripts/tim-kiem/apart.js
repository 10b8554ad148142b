/* Words that do not stand side by side: which entries have them all, and how near to each other. */

import { textIds } from "./index.js";
import { readSpellings } from "./lists.js";
import { equalMarks, HOW, NONE, onDay, STEP, withDays } from "./phrases.js";
import { foldedText } from "./text.js";

const APART = 3 * HOW;
const SINGLE = 4 * HOW;
const CLOSE = STEP; // added to the score of words that stand not quite together …
const FAR = 2 * STEP; // … and of those that may have nothing to do with each other

const FOLDED = 1;
const EXACT = 2;
const IN_HEAD = 4;
const EXACT_IN_HEAD = 8;

/* For each entry whether the words stand in it, exactly so, and in title, summary or the like. */
async function presence(index, list) {
  const found = new Uint8Array(index.total);
  const own = new Set(equalMarks(list));
  const row = await index.row(list.length, foldedText(list));
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

/**
 * The score of each entry for a reading, its words apart: with pairs, or each word alone. `nearOnly`
 * leaves out entries where they are far from each other.
 */
export async function apart(index, { parts, days }, withPairs, nearOnly) {
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
