// How an article's file becomes the values of the form, and how they are written back.
//
// Writing back changes only the fields that the writer changed: the other lines of the front matter
// stay as they are, with their comments, quotes and order, and so does what the form does not show.
// Sveltia CMS keeps values it has no field for, so the file as it was read travels in one of them.
"use strict";

globalThis.ArticleFormat = ({ yaml, shapes, spellings }) => {
  const ORIGINAL = "_nguyen_van";
  const FENCED = /^---[ \t]*\n(?:([\s\S]*?)\n)??---[ \t]*(?:\n([\s\S]*))?$/;
  const KEY = /^(?:"([^"\n]+)"|'([^'\n]+)'|([A-Za-z_][\w-]*))[ \t]*:(?=[ \t]|$)/;
  const APART = /^(?:#.*|[ \t]*)$/;
  const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/;
  const CITED_DAY = / ngày (.+)$/;

  // --- Reading ---

  /** Every plain value is text, as our own reader has it; that also takes a bracket at the margin. */
  const load = text =>
    yaml.load(text.replace(/^(?=[\]}])/gm, " "), { schema: yaml.FAILSAFE_SCHEMA });

  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  /** The front matter cut into parts: a field's lines, or lines that belong to none (key null). */
  const split = head => {
    const parts = [];
    for (const line of head.split("\n")) {
      const match = KEY.exec(line);
      const last = parts.at(-1);
      if (match) {
        parts.push({ key: match[1] ?? match[2] ?? match[3], lines: [line] });
      } else if (APART.test(line) || !last) {
        parts.push({ key: null, lines: [line] });
      } else if (last.key !== null) {
        last.lines.push(line);
      } else {
        // Lines between a field's lines: they are part of it
        const owner = parts.findLastIndex(part => part.key !== null);
        if (owner < 0) throw new Error("Phần khai báo không bắt đầu bằng một mục “khóa: giá trị”.");
        const inside = parts.splice(owner + 1).flatMap(part => part.lines);
        parts[owner].lines.push(...inside, line);
      }
    }
    return parts;
  };

  /** The file's parts and values; throws where taking it apart would not be safe. */
  const take = text => {
    const match = FENCED.exec(text);
    if (!match) throw new Error("Tệp không có phần khai báo giữa hai dòng ---.");
    const [, head = "", body = ""] = match;
    const values = load(head) ?? {};
    const parts = split(head);
    for (const { key, lines } of parts) {
      if (key !== null && !same(load(lines.join("\n")), { [key]: values[key] })) {
        throw new Error(`Mục “${key}” viết theo cách mà mẫu không sửa được; hãy sửa ở tệp.`);
      }
    }
    if (parts.filter(part => part.key !== null).length !== Object.keys(values).length) {
      throw new Error("Phần khai báo viết theo cách mà mẫu không sửa được; hãy sửa ở tệp.");
    }
    return { parts, values, body };
  };

  const tidy = value => (typeof value === "string" ? value.normalize("NFC").trim() : value);

  const many = value => (Array.isArray(value) ? value : value === "" || value == null ? [] : [value]);

  const padded = number => String(number).padStart(2, "0");

  const day = value => {
    const match = DAY_FIRST.exec(tidy(value) ?? "");
    const iso = match ? `${match[3]}-${padded(match[2])}-${padded(match[1])}` : tidy(value);
    return /^\d{4}-\d{2}-\d{2}/.test(iso) ? iso.slice(0, 10) : iso;
  };

  const moment = value => {
    const [, date, time = ""] = /^(\S*?)(?:[ T]+(.*))?$/.exec(tidy(value) ?? "") ?? [, value];
    const clock = /^(\d{1,2})[:hg](\d{2})/.exec(time);
    return clock ? `${day(date)} ${padded(clock[1])}:${clock[2]}` : day(date);
  };

  /** A choice's value, where the file says it in other words. */
  const chosen = (shape, value) => {
    let text = tidy(value);
    if (shape.of === "documents" && text && typeof text === "object") {
      text = text.date ? `${tidy(text.number)} ngày ${tidy(text.date)}` : tidy(text.number);
    }
    const known = spellings[shape.of] ?? {};
    if (shape.of !== "documents" || known[text]) return known[text] ?? text;
    const match = CITED_DAY.exec(text);
    const plain = text?.replace(CITED_DAY, "").replace(/^(?:\D+ )(?=\d)/, "");
    return (match && known[`${plain} ngày ${match[1]}`]) ?? text;
  };

  const group = (shape, value) => {
    if (!value || typeof value !== "object" || Array.isArray(value)) return value;
    const parts = Object.fromEntries(shape.fields.map(part => [part.key, part]));
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, parts[key] ? read(parts[key], inner) : inner]),
    );
  };

  const READ = {
    day: (_shape, value) => day(value),
    moment: (_shape, value) => moment(value),
    choice: (shape, value) => chosen(shape, value),
    choices: (shape, value) => many(value).map(item => chosen(shape, item)),
    list: (_shape, value) => many(value).map(tidy),
    group,
    groups: (shape, value) =>
      many(value).map(item => group(shape, typeof item === "string" ? { [shape.lone]: tidy(item) } : item)),
  };

  const read = (shape, value) => (READ[shape.kind] ?? ((_shape, plain) => tidy(plain)))(shape, value);

  /** The values that the form shows. Two fields stand on the screen otherwise than in the file. */
  const shown = values => {
    const found = {};
    for (const shape of shapes) {
      if (shape.key in values) found[shape.key] = read(shape, values[shape.key]);
    }
    found.date_unknown = found.date === "unknown";
    if (found.date_unknown) found.date = "";
    found.approved = found.draft !== "true";
    delete found.draft;
    return found;
  };

  // --- Writing ---

  /** A value without what is empty in it; undefined when nothing is left. */
  const filled = value => {
    if (Array.isArray(value)) {
      const items = value.map(filled).filter(item => item !== undefined);
      return items.length ? items : undefined;
    }
    if (value && typeof value === "object") {
      const pairs = Object.entries(value)
        .map(([key, inner]) => [key, filled(inner)])
        .filter(([, inner]) => inner !== undefined);
      return pairs.length ? Object.fromEntries(pairs) : undefined;
    }
    const text = tidy(value);
    return text === "" || text === null ? undefined : text;
  };

  const sorted = value => {
    if (Array.isArray(value)) return value.map(sorted);
    if (!value || typeof value !== "object") return value;
    return Object.fromEntries(Object.keys(value).sort().map(key => [key, sorted(value[key])]));
  };

  /** Values of the form as they stand in a file, by key. */
  const entered = content => {
    const values = { ...content };
    if (values.date_unknown) values.date = "unknown";
    values.draft = values.approved ? undefined : true;
    return Object.fromEntries(shapes.map(({ key }) => [key, filled(values[key])]));
  };

  /** The shortest form of a value: one of many stands alone, a group of one part is that part. */
  const short = (shape, value) => {
    if (shape.kind === "text") return value.replace(/\s*\n\s*/g, " ");
    if (shape.kind === "choices" && shape.of === "documents") {
      return value.length === 1 ? value[0] : value;
    }
    if (shape.kind === "group") {
      const parts = shape.fields.filter(({ key }) => key in value);
      return Object.fromEntries(parts.map(part => [part.key, short(part, value[part.key])]));
    }
    if (shape.kind === "groups") {
      const items = value.map(item => {
        const keys = Object.keys(item);
        return keys.length === 1 && keys[0] === shape.lone && shape.key === "author" ? item[shape.lone] : group(shape, item);
      });
      return items.length === 1 && shape.key === "author" ? items[0] : items;
    }
    return value;
  };

  const lines = (shape, value) => {
    const ready = short(shape, value);
    const flow = shape.kind === "groups" && !(Array.isArray(ready) && typeof ready[0] === "string");
    const level = flow ? -1 : shape.kind === "group" ? 2 : 1;
    return yaml
      .dump({ [shape.key]: ready }, { schema: yaml.CORE_SCHEMA, lineWidth: -1, quoteStyle: "double", noRefs: true, flowLevel: level })
      .trimEnd()
      .split("\n");
  };

  /** Comments on lines of their own, moved out of a field that is written anew. */
  const comments = part => part.lines.filter(line => /^\s+#/.test(line)).map(line => line.trim());

  /** Where a new field goes: after the nearest one that comes before it in the form. */
  const place = (parts, index) => {
    for (let before = index - 1; before >= 0; before -= 1) {
      const found = parts.findIndex(part => part.key === shapes[before].key);
      if (found >= 0) return found + 1;
    }
    return parts.length;
  };

  const write = (content, text) => {
    const old = text ? take(text) : { parts: [], values: {}, body: "" };
    const before = text ? entered(shown(old.values)) : {};
    const after = entered(content);
    const parts = [...old.parts];
    shapes.forEach((shape, index) => {
      const value = after[shape.key];
      if (same(sorted(before[shape.key]), sorted(value))) return;
      const at = parts.findIndex(part => part.key === shape.key);
      const written = value === undefined ? [] : lines(shape, value);
      if (at >= 0) {
        parts[at] = { key: shape.key, lines: [...comments(parts[at]), ...written] };
      } else {
        parts.splice(place(parts, index), 0, { key: shape.key, lines: written });
      }
    });
    const head = parts.flatMap(part => part.lines).join("\n");
    const body = tidy(content.body ?? "");
    const isKept = text && body === tidy(old.body);
    return `---\n${head}\n---\n${isKept ? old.body : body && `\n${body}\n`}`;
  };

  return {
    fromFile: text => {
      const { values, body } = take(text);
      return { ...shown(values), body: body.trim(), [ORIGINAL]: text };
    },
    toFile: content => write(content, content[ORIGINAL]),
  };
};
