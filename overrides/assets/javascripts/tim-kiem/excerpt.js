/* The piece of a page that shows why it was found, in its own spelling, with the words marked. */

import { findDays } from "./days.js";
import { placedWords } from "./text.js";

const LENGTH = 230;
const BEFORE = 80;

/** What a hit shows: `{title, text}`, each a list of `{text, marked}`. */
export function excerpt(hit, readings) {
  const wanted = new Wanted(readings);
  const title = new Line(hit.title);
  const lines = linesOf(hit).map((text) => new Line(text));
  const spans = wanted.marking([title, ...lines]);
  const { line, start } = wanted.bestPlace(lines, spans) || { line: lines[0] || new Line(""), start: 0 };
  const [from, to] = cut(line.text, start);
  return {
    title: pieces(title.text, spans(title), 0, title.text.length),
    text: [
      ...(from > 0 ? [{ text: "… ", marked: false }] : []),
      ...pieces(line.text, spans(line), from, to),
      ...(to < line.text.length ? [{ text: " …", marked: false }] : []),
    ],
  };
}

const linesOf = (hit) => [
  ...(hit.summary ? [hit.summary] : []),
  ...(hit.text || []),
  ...(hit.facts || []).map(([label, text]) => `${label}: ${text}`),
  ...(hit.names || []),
];

class Line {
  constructor(text) {
    this.text = text;
  }

  get words() {
    this.placed = this.placed || placedWords(this.text);
    return this.placed;
  }
}

class Wanted {
  constructor(readings) {
    this.phrases = readings.flatMap(({ parts }) => parts);
    this.days = readings.flatMap(({ days }) => days);
    this.pairs = this.phrases.flatMap((part) => part.slice(1).map((_, at) => part.slice(at, at + 2)));
    this.single = this.phrases.flat().map((word) => [word]);
  }

  /* What to mark: phrases and days; where there are none, pairs of words; else single words. */
  marking(lines) {
    const whole = (line) => merged([...daysIn(line, this.days), ...this.places(line, this.phrases)]);
    const paired = (line) => merged(this.places(line, this.pairs));
    const single = (line) => merged(this.places(line, this.single));
    return [whole, paired].find((spans) => lines.some((line) => spans(line).length)) || single;
  }

  places(line, phrases) {
    return phrases.flatMap((phrase) => {
      // A word typed with marks stands for itself where it is there, without for any.
      const exact = occurrences(line.words, phrase, "spelled");
      const found = exact.length ? exact : occurrences(line.words, phrase, "folded");
      return found.map((at) => [line.words[at].start, line.words[at + phrase.length - 1].end]);
    });
  }

  /* A phrase exactly as typed before a folded one, else the line with the most of what is marked. */
  bestPlace(lines, spans) {
    for (const phrase of this.phrases) {
      for (const form of ["spelled", "folded"]) {
        for (const line of lines) {
          const [at] = occurrences(line.words, phrase, form);
          if (at !== undefined) return { line, start: line.words[at].start };
        }
      }
    }
    let best = null;
    let most = 0;
    for (const line of lines) {
      const found = spans(line);
      const many = new Set(found.map(([start, end]) => line.text.slice(start, end).toLowerCase())).size;
      if (many > most) [best, most] = [{ line, start: found[0][0] }, many];
    }
    return best;
  }
}

function daysIn(line, days) {
  if (!days.length || !/\d{4}/.test(line.text)) return [];
  const found = findDays(line.text).filter(({ term }) => days.some((day) => term.startsWith(day)));
  return found.map(({ start, end }) => [start, end]);
}

function occurrences(words, phrase, form) {
  const found = [];
  for (let at = 0; at + phrase.length <= words.length; at += 1) {
    if (phrase.every((word, offset) => words[at + offset][form] === word[form])) found.push(at);
  }
  return found;
}

function merged(spans) {
  const found = [];
  for (const [start, end] of spans.sort((one, other) => one[0] - other[0])) {
    const last = found[found.length - 1];
    if (last && start <= last[1] + 1) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

/* From some words before *start* on, cut between words. */
function cut(text, start) {
  if (text.length <= LENGTH) return [0, text.length];
  let from = Math.max(0, Math.min(start - BEFORE, text.length - LENGTH));
  if (from > 0) from = Math.min(text.indexOf(" ", from) + 1 || from, start);
  let to = Math.min(text.length, from + LENGTH);
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + 1);
  return [from, to];
}

function pieces(text, spans, from, to) {
  const found = [];
  let at = from;
  for (const [start, end] of spans) {
    if (end <= from || start >= to) continue;
    found.push({ text: text.slice(at, Math.max(start, at)), marked: false });
    found.push({ text: text.slice(Math.max(start, at), Math.min(end, to)), marked: true });
    at = Math.min(end, to);
  }
  found.push({ text: text.slice(at, to), marked: false });
  return found.filter((piece) => piece.text);
}
