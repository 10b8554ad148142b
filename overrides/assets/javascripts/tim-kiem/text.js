/*
 * Words as the search sees them: runs of letters and runs of digits, with and without marks.
 *
 * hooks/newsroom/search/tokens.py does the same to every page; tests/search/cases.json holds both
 * to one table.
 */

const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;
const MARKS = /[\u0300-\u036f]/g;
const TOKEN = /[0-9]+|(?:(?![0-9])[\p{L}\p{N}])+/gu;
const RUN = /[\p{L}\p{N}\p{M}\u200b-\u200d\u2060\ufeff\u00ad]+/gu;

/** The tokens of a text as written, in lower case; leading zeros do not count. */
export function spellings(text) {
  const plain = text.replace(ZERO_WIDTH, "").normalize("NFKC").toLowerCase();
  const found = plain.normalize("NFC").replace(MARKS, "").match(TOKEN) || [];
  return found.map((token) => (token[0] === "0" ? token.replace(/^0+(?=.)/, "") : token));
}

/** A token without marks, đ→d, i and y alike. */
export function fold(spelling) {
  return spelling.normalize("NFD").replace(MARKS, "").replace(/[đð]/g, "d").replace(/y/g, "i");
}

/** The words of a text: `{spelled, folded}`. */
export function words(text) {
  return spellings(text).map((spelled) => ({ spelled, folded: fold(spelled) }));
}

/** The words of a text with the place in it where each stands: `{spelled, folded, start, end}`. */
export function placedWords(text) {
  const found = [];
  for (const match of text.matchAll(RUN)) {
    for (const word of words(match[0])) {
      found.push({ ...word, start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}

/** Words joined, for a look-up. */
export const foldedText = (list) => list.map((word) => word.folded).join(" ");
export const spelledText = (list) => list.map((word) => word.spelled).join(" ");

/*
 * Two ways to write one word: the tone on the first or the second vowel of oa, oe, uy (hòa, hoà), and
 * i or y alone after a consonant (kĩ, kỹ). Both count as the same spelling.
 */
const TONES = "\u0300\u0309\u0303\u0301\u0323";
const TONE_FIRST = new RegExp(`^(.*?)([ou])([${TONES}])([aey])$`);
const TONE_SECOND = new RegExp(`^(.*?)([ou])([aey])([${TONES}])$`);
const LONE_I = new RegExp(`^((?:qu|[bcdđghklmnprstvx])*)([iy])([${TONES}]?)$`);

function otherTone(plain) {
  const first = TONE_FIRST.exec(plain);
  const second = first ? null : TONE_SECOND.exec(plain);
  const [, before, one, two] = first ? [...first.slice(0, 3), first[4]] : second || [];
  if (!one || !["oa", "oe", "uy"].includes(one + two) || /q$/.test(before)) return null;
  return first ? before + one + two + first[3] : before + one + second[4] + two;
}

function otherI(plain) {
  const match = LONE_I.exec(plain);
  return match && match[1] ? match[1] + (match[2] === "i" ? "y" : "i") + match[3] : null;
}

/** A word's spelling and its equals: `hoà` → `["hoà", "hòa"]`. */
export function equalSpellings(spelled) {
  const plain = spelled.normalize("NFD");
  const others = [otherTone(plain), otherI(plain)].filter(Boolean);
  return [spelled, ...others.map((other) => other.normalize("NFC"))];
}
