/*
 * What a query may mean. Each reading is `{parts, days, base, strict}`: phrases and days that must all
 * be found; `base` says how far it is from what was typed. A lower base ranks first.
 */

import { findDays, wholeDay } from "./days.js";
import { foldedText, words } from "./text.js";

const AS_TYPED = 0;
const WITH_DAYS = 1;
const SYNONYM = 2;
const MOST_READINGS = 8;
const MOST_WORDS = 40;
const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;
const NUMBER = /^\d{1,5}$/;
const YEAR = /^(19|20)\d\d$/;

const reading = (parts, days, base) => ({ parts: parts.filter((part) => part.length), days, base });

/** The readings of a query, the one closest to what was typed first; none for an empty query. */
export function readQuery(query, index) {
  const text = query.normalize("NFC").slice(0, 500);
  const quoted = [...text.matchAll(QUOTED)];
  if (quoted.length) return [{ ...reading(quotedParts(text, quoted), [], AS_TYPED), strict: true }];
  const typed = words(text).slice(0, MOST_WORDS);
  if (!typed.length) return [];
  const whole = wholeDay(text);
  if (whole) return [reading([], [whole], AS_TYPED)];
  const found = withDays(text, typed);
  for (const one of [...found]) found.push(...asNumbers(one, index.codes));
  for (const one of [...found]) found.push(...withSynonyms(one, index.synonyms));
  return unlike(found).slice(0, MOST_READINGS);
}

function quotedParts(text, quoted) {
  const parts = quoted.map((match) => words(match[1]));
  return [...parts, ...text.split(QUOTED).filter((_, place) => place % 2 === 0).map(words)];
}

/* “hội nghị tháng 3/2025”: as it stands, and as a phrase and a month. */
function withDays(text, typed) {
  const days = findDays(text);
  if (!days.length) {
    const isYear = typed.length === 1 && YEAR.test(typed[0].folded);
    const asYear = isYear ? [reading([], ["@" + typed[0].folded], WITH_DAYS)] : [];
    return [reading([typed], [], AS_TYPED), ...asYear];
  }
  const parts = [];
  let end = 0;
  for (const day of days) {
    parts.push(words(text.slice(end, day.start).replace(/(ngày|ngay)\s*$/i, "")));
    end = day.end;
  }
  parts.push(words(text.slice(end)));
  const terms = days.map((day) => day.term);
  const split = reading(parts, terms, WITH_DAYS);
  return split.parts.length ? [reading([typed], [], AS_TYPED), split] : [reading([], terms, AS_TYPED)];
}

/*
 * Numbers of documents as people say them: “kế hoạch số 118”, “KH 118”, “118/KH-VKSHP-TTr 2025”.
 * In the index a number is its parts in order: 118 kh vkshp ttr.
 */
function asNumbers({ parts, days, base }, codes) {
  if (parts.length !== 1) return [];
  const [typed] = parts;
  const found = [];
  const add = (list) => {
    const { own, years } = withoutYear(list);
    if (own.length > 1) found.push(reading([own], [...days, ...years], base));
  };
  if (NUMBER.test(typed[0].folded) && isCode(typed[1], codes) && withoutYear(typed).years.length) add(typed);
  for (const [name, code] of codes) {
    const list = afterName(typed, name, true) || afterName(typed, code, false);
    if (!list) continue;
    const isWhole = list[1] && list[1].folded === code[0];
    const coded = code.map((word) => ({ spelled: word, folded: word }));
    add(isWhole ? list : [list[0], ...coded, ...list.slice(1)]);
  }
  const so = typed.findIndex((word) => word.folded === "so");
  if (so >= 0 && typed.length > so + 2 && NUMBER.test(typed[so + 1].folded)) add(typed.slice(so + 1));
  return found;
}

const isCode = (word, codes) => Boolean(word) && codes.some(([, code]) => code[0] === word.folded);

/* “118/KH-VKSHP-TTr 2025”, “… năm 2025”: a year behind a number is the year of issue. */
function withoutYear(list) {
  const last = list[list.length - 1].folded;
  if (list.length < 3 || !YEAR.test(last)) return { own: list, years: [] };
  const own = list.slice(0, -1);
  if (own[own.length - 1].folded === "nam") own.pop();
  return { own, years: ["@" + last] };
}

/* The words from the number on, when the query is a name or code, perhaps “số”, and a number. */
function afterName(typed, name, atOnce) {
  if (!name.every((word, at) => typed[at] && typed[at].folded === word)) return null;
  const rest = typed.slice(name.length).filter((word) => word.folded !== "so");
  const at = rest.findIndex((word) => NUMBER.test(word.folded));
  if (at < 0 || (atOnce && at > 0) || (rest.length === 1 && YEAR.test(rest[0].folded))) return null;
  return [rest[at], ...rest.slice(0, at), ...rest.slice(at + 1)];
}

function withSynonyms(one, groups) {
  const found = [];
  one.parts.forEach((part, at) => {
    for (const group of groups) {
      // The longest way first: “Viện kiểm sát nhân dân” is not “Viện kiểm sát” and two more words.
      const ways = [...group].sort((a, b) => b.length - a.length);
      const used = ways.map((way) => [way, place(part, way)]).find(([, start]) => start >= 0);
      if (!used) continue;
      const [own, start] = used;
      for (const way of group) {
        if (way === own) continue;
        const other = way.map((word) => ({ spelled: word, folded: word }));
        const replaced = [...part.slice(0, start), ...other, ...part.slice(start + own.length)];
        const parts = one.parts.map((list, index) => (index === at ? replaced : list));
        found.push(reading(parts, one.days, SYNONYM));
      }
    }
  });
  return found;
}

/** Where *way* (folded words) stands in *part*, or -1. */
export function place(part, way) {
  for (let start = 0; start + way.length <= part.length; start += 1) {
    if (way.every((word, offset) => part[start + offset].folded === word)) return start;
  }
  return -1;
}

function unlike(readings) {
  const seen = new Set();
  return readings.filter(({ parts, days }) => {
    const key = [...parts.map(foldedText), ...days].join("|");
    return !seen.has(key) && seen.add(key);
  });
}
