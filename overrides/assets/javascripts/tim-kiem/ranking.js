/*
 * Which entries a query finds, and in which order: phrases by their scores, then words apart.
 *
 * Words apart count where phrases do not fill a page, and then only near each other; anywhere in a
 * page, or as single words, where nothing else is found.
 */

import { apart } from "./apart.js";
import { evaluate, NONE } from "./phrases.js";
import { readQuery } from "./query.js";

export const PAGE_SIZE = 10;

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
