/* Narrowing what was found: which entries pass, and how many each further choice would leave. */

/** The ids that have every chosen value, in the order given. */
export function narrow(ids, facets, chosen) {
  const masks = Object.entries(chosen).map(([facet, value]) => members(facets, facet, value));
  return ids.filter((id) => masks.every((mask) => mask.has(id)));
}

const members = (facets, facet, value) =>
  new Set((facets[facet].find((one) => one.value === value) || { ids: [] }).ids);

/** For each facet its values with the number of hits there would be: `{value, label, count}`. */
export function counts(ids, facets, chosen) {
  const found = {};
  for (const facet of Object.keys(facets)) {
    const others = Object.fromEntries(Object.entries(chosen).filter(([name]) => name !== facet));
    const left = new Set(narrow(ids, facets, others));
    found[facet] = facets[facet].map(({ value, label, ids: own }) => ({
      value,
      label,
      count: own.reduce((sum, id) => sum + left.has(id), 0),
    }));
  }
  return found;
}
