/*
 * Days, months and years as terms of the index (@20250305, @202503, @2025), however they are written.
 *
 * The patterns are those of hooks/newsroom/search/day_terms.py. A query may also be nothing but a day
 * written with spaces, hyphens or full stops.
 */

const MARK = /[\u0300-\u036f]/g;
const BEFORE_NUMBER = "(^|[^\\d/.-])";
const BEFORE_WORD = "(^|[^a-z])";
const TO_YEAR = "(?:\\s*,?\\s*nam\\s+|\\s*[/.-]\\s*|\\s+)(\\d{4})(?!\\d)";
const NOT_IN_NUMBER = "(?!\\d|\\s?[/-]\\s?[a-z])";

const DAY_IN_WORDS = BEFORE_NUMBER + "(\\d{1,2})\\s+thang\\s+(\\d{1,2})" + TO_YEAR;

/* Each pattern with the groups that hold year, month and day. The most telling come first. */
const PATTERNS = [
  [BEFORE_NUMBER + "(\\d{1,2})\\s?([/.-])\\s?(\\d{1,2})\\s?\\3\\s?(\\d{4})" + NOT_IN_NUMBER, 5, 4, 2],
  [DAY_IN_WORDS, 4, 3, 2],
  [BEFORE_NUMBER + "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)", 2, 3, 4],
  [BEFORE_WORD + "thang\\s+(\\d{1,2})" + TO_YEAR, 3, 2],
  [BEFORE_NUMBER + "(\\d{1,2})\\s?/\\s?(\\d{4})" + NOT_IN_NUMBER, 3, 2],
  [BEFORE_WORD + "nam\\s+(\\d{4})(?!\\d)", 2],
];

/* Only where it is all of a query: elsewhere such digits may be anything. */
const WHOLE = [
  [/^(\d{1,2})\s+(\d{1,2})\s+(\d{4})$/, 3, 2, 1],
  [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/, 3, 2, 1],
  [/^(\d{1,2})\s*[-. ]\s*(\d{4})$/, 2, 1],
  [/^thang\s+(\d{1,2})[/.-](\d{2})$/, 2, 1],
];

/** A text in lower case without marks, each character where it was. */
export function bare(text) {
  let found = "";
  for (const char of text.normalize("NFC").split("")) {
    const plain = char.toLowerCase().normalize("NFKD").replace(MARK, "");
    found += plain.length === 1 ? plain : char;
  }
  return found.replace(/đ/g, "d").replace(/\s/g, " ").replace(/[\u2010-\u2015\u2212]/g, "-");
}

function term(year, month, day) {
  const [y, m, d] = [Number(year), Number(month || 1), Number(day || 1)];
  const when = new Date(Date.UTC(y, m - 1, d));
  const isReal = when.getUTCMonth() === m - 1 && when.getUTCDate() === d;
  if (!isReal || y < 1900 || y > 2200) return null;
  const two = (number) => String(number).padStart(2, "0");
  return `@${y}${month ? two(m) : ""}${day ? two(d) : ""}`;
}

/* “Phòng 2 tháng 3/2025”: not the second of March. */
function isOtherNumber(plain, match, pattern) {
  if (pattern !== DAY_IN_WORDS || match[2][0] === "0") return false;
  return /[a-z]\s+$/.test(plain.slice(0, match.index + match[1].length)) && !/ngay\s+$/.test(plain.slice(0, match.index + 1));
}

/** All days, months and years in a text: `{term, start, end}`, none within another. */
export function findDays(text) {
  const plain = bare(text);
  const found = [];
  for (const [pattern, ...groups] of PATTERNS) {
    for (const match of plain.matchAll(new RegExp(pattern, "g"))) {
      if (isOtherNumber(plain, match, pattern)) continue;
      const value = term(...groups.map((group) => match[group]));
      const start = match.index + match[1].length;
      const end = match.index + match[0].length;
      if (value && !found.some((other) => start < other.end && other.start < end)) {
        found.push({ term: value, start, end });
      }
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The day, month or year that is all of a query, or null. */
export function wholeDay(query) {
  const plain = bare(query.trim()).replace(/^ngay /, "");
  for (const [pattern, ...groups] of WHOLE) {
    const match = pattern.exec(plain);
    if (match) {
      const [year, ...rest] = groups.map((group) => match[group]);
      return term(year.length === 2 ? "20" + year : year, ...rest);
    }
  }
  return null;
}

/** What a term stands for, as readers write it: `@202503` → `tháng 3/2025`. */
export function dayText(value) {
  const [year, month, day] = [value.slice(1, 5), value.slice(5, 7), value.slice(7, 9)];
  const shown = Number(month) <= 2 ? month : String(Number(month));
  if (day) return `ngày ${day}/${shown}/${year}`;
  return month ? `tháng ${Number(month)}/${year}` : `năm ${year}`;
}
