/* Lists of entries as hooks/newsroom/search/codec.py and shards.py write them. */

const GAPS = 0;
const BITS = 1;
const TITLE = 1;
const SIDE = 2;
const TEXT = 4;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** CRC-32 of a text. */
export function hash(text) {
  let value = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** What tells spellings of the same folded words apart. */
export const mark = (text) => hash(text) & 0xffff;

/** Reads numbers and lists from bytes, one after the other. */
export class Reader {
  constructor(bytes, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  get done() {
    return this.at >= this.end;
  }

  fixed(length) {
    let value = 0;
    for (let place = 0; place < length; place += 1) value += this.bytes[this.at + place] * 256 ** place;
    this.at += length;
    return value;
  }

  number() {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.bytes[this.at];
      this.at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
  }

  /** Numbers of entries, ascending. */
  ids(total) {
    const head = this.number();
    const count = Math.floor(head / 4);
    if (head % 4 === BITS) return this.bits(count);
    const listed = this.gaps(count);
    return head % 4 === GAPS ? listed : others(listed, total);
  }

  gaps(count) {
    const found = new Uint32Array(count);
    let last = -1;
    for (let place = 0; place < count; place += 1) {
      last += this.number() + 1;
      found[place] = last;
    }
    return found;
  }

  bits(length) {
    const found = [];
    for (let place = 0; place < length; place += 1) {
      const byte = this.bytes[this.at + place];
      for (let bit = 0; byte >> bit; bit += 1) if ((byte >> bit) & 1) found.push(place * 8 + bit);
    }
    this.at += length;
    return Uint32Array.from(found);
  }
}

function others(listed, total) {
  const found = new Uint32Array(total - listed.length);
  let next = 0;
  let place = 0;
  for (let id = 0; id < total; id += 1) {
    if (listed[next] === id) {
      next += 1;
    } else {
      found[place] = id;
      place += 1;
    }
  }
  return found;
}

/** A reader of what belongs to a hash in a shard, or null. */
export function findRow(bytes, wanted) {
  const reader = new Reader(bytes);
  while (!reader.done) {
    const found = reader.fixed(4);
    const length = reader.number();
    if (found === wanted) return new Reader(bytes, reader.at, reader.at + length);
    if (found > wanted) return null;
    reader.at += length;
  }
  return null;
}

/** The spellings in a row: `{mark, places: [title, side, text]}`, each a list or undefined. */
export function readSpellings(reader, total) {
  const found = [];
  while (!reader.done) {
    const one = { mark: reader.fixed(2), places: [] };
    const written = reader.fixed(1);
    for (const where of [TITLE, SIDE, TEXT]) {
      one.places.push(written & where ? reader.ids(total) : undefined);
    }
    found.push(one);
  }
  return found;
}
