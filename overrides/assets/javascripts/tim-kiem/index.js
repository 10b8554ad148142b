/* The index on the server: which files there are, fetching them, each once. */

import { findRow, hash, readSpellings, Reader } from "./lists.js";
import { foldedText } from "./text.js";

const ROOT = new URL("../../../", import.meta.url); // assets/javascripts/tim-kiem/ → the site
const FOLDER = new URL("assets/tim-kiem/", ROOT);
const HITS_IN_A_FOLDER = 1000;
const MANY = 255; // a number of places follows

/** The full address of a page of the site. */
export const address = (path) => new URL(path, ROOT).href;

/** The index is not there (yet), or a newer one has taken its place. */
export class NoIndex extends Error {}

async function get(path, options) {
  const answer = await fetch(new URL(path, FOLDER), options);
  if (!answer.ok) throw new NoIndex(path);
  return answer;
}

/** The entries in whose text words stand, whatever their spelling, ascending. */
export function textIds(spellings) {
  const lists = spellings.map(({ places }) => places[2]).filter(Boolean);
  if (lists.length === 1) return lists[0];
  return Uint32Array.from(new Set(lists.flatMap((ids) => [...ids]))).sort();
}

export class Index {
  /** The present index of the site. */
  static async open() {
    const answer = await get("muc-luc.json", { cache: "no-cache" });
    return new Index(await answer.json());
  }

  constructor(contents) {
    this.total = contents.total;
    this.firstUnit = contents.firstUnit;
    this.synonyms = contents.synonyms;
    this.codes = contents.codes;
    this.key = contents.key;
    this.shards = contents.shards;
    this.known = new Map();
  }

  once(path, read) {
    if (!this.known.has(path)) {
      const answer = get(`${this.key}/${path}`).then(read);
      answer.catch(() => this.known.delete(path)); // the line was cut: the next search asks again
      this.known.set(path, answer);
    }
    return this.known.get(path);
  }

  bytes(path) {
    return this.once(`${path}.${this.key}.bin`, async (answer) => new Uint8Array(await answer.arrayBuffer()));
  }

  json(path) {
    return this.once(`${path}.${this.key}.json`, (answer) => answer.json());
  }

  async row(kind, text, parts = "") {
    const wanted = hash(text);
    const shard = Math.floor((wanted * this.shards[kind]) / 2 ** 32);
    return findRow(await this.bytes(`${kind}/${shard}${parts}`), wanted);
  }

  async spellings(kind, text) {
    const row = await this.row(kind, text);
    return row ? readSpellings(row, this.total) : [];
  }

  /** The spellings of one to three words that stand side by side. */
  run(list) {
    return this.spellings(list.length, foldedText(list));
  }

  /** The spellings of a day, month or year. */
  day(term) {
    return this.spellings(1, term);
  }

  /** The entries that bear the words as a whole name. */
  wholeName(list) {
    return this.spellings(0, foldedText(list));
  }

  /** For each entry in whose text one or two words stand, the eighths of the text, as bits. */
  async parts(list) {
    const row = await this.row(list.length, foldedText(list), "p");
    return row ? row.bytes.subarray(row.at, row.end) : new Uint8Array(0);
  }

  /** A function that gives for an entry the places in its text where three words stand. */
  async places(list, spellings) {
    const bytes = await this.parts(list);
    const starts = new Map();
    let at = 0;
    for (const id of textIds(spellings)) {
      starts.set(id, at);
      at += bytes[at] === MANY ? bytes[at + 1] + 2 : 1;
    }
    return (id) => {
      const start = starts.get(id);
      if (start === undefined) return [];
      return bytes[start] === MANY ? [...bytes.subarray(start + 2, start + 2 + bytes[start + 1])] : [bytes[start]];
    };
  }

  /** What a hit shows. */
  hit(id) {
    return this.json(`hit/${Math.floor(id / HITS_IN_A_FOLDER)}/${id}`);
  }

  /** Labels of facets; names of units, plans, documents and tags. */
  names() {
    return this.json("names");
  }

  /** Facet → its values: `{value, label, ids}`. */
  async facets() {
    const [bytes, { facets }] = await Promise.all([this.bytes("facets"), this.names()]);
    const reader = new Reader(bytes);
    const found = {};
    for (const [facet, values] of Object.entries(facets)) {
      found[facet] = values.map(([value, label]) => {
        reader.number(); // the length, for readers that want to skip
        return { value, label, ids: reader.ids(this.total) };
      });
    }
    return found;
  }
}
