/* Small pieces of pages, made without HTML in strings: nothing a text holds can become markup. */

/** An element with attributes and children; `null` attributes are left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/** Text with what was searched marked. */
export const marked = (pieces) =>
  pieces.map((piece) => (piece.marked ? element("mark", {}, piece.text) : piece.text));

/** A count as Vietnamese prose writes it: 9.999. */
export const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");

const KINDS = { "tin": "Tin, bài", "don-vi": "Đơn vị", "ke-hoach": "Kế hoạch", "van-ban": "Văn bản" };

/** Kind, day and unit of a hit: `Tin, bài · 05/3/2025 · Phòng 2`. */
export function about(hit) {
  const day = hit.day ? element("time", { datetime: hit.day }, hit.shownDay) : hit.shownDay;
  const parts = [KINDS[hit.kind], day, hit.unit].filter(Boolean);
  return parts.flatMap((part, at) => (at ? [" · ", part] : [part]));
}
