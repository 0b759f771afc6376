const counted = new Set(["limit"]);

/**
 * The parameters of a query as an object, for contenders that know no query: a number only where it is written plainly,
 * and undefined, which none accepts, where a key is given twice.
 */
export function readQuery(params) {
  const values = {};
  for (const [name, text] of params) {
    if (Object.hasOwn(values, name)) return undefined;
    if (name === "__proto__") return undefined;
    values[name] = counted.has(name) && /^(?:0|-?[1-9]\d*)$/.test(text) ? Number(text) : text;
  }
  return values.starting_after !== undefined && values.ending_before !== undefined ? undefined : values;
}
