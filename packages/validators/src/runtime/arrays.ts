import { type Check, enter, fail } from "./issues.js";
import { isArray } from "./values.js";

/** Checks of arrays. */

/** An array of `min` to `max` items, each valid by `item`. Its length is checked before its items. */
export const array =
  (min: number, max: number, item?: Check, hasDuplicates?: (items: readonly unknown[]) => boolean): Check =>
  (value, context, key) => {
    if (!isArray(value)) return fail(value, context, key, { code: "type", expected: "an array" });
    const { length } = value;
    if (length > max) {
      return fail(length, context, key, { code: "max_items", expected: `an array of length at most ${max}` });
    }
    const inside = enter(context, key);
    for (let i = 0; item && i < length; i++) if (!item(value[i], inside, i)) return false;
    if (length < min) {
      return fail(length, context, key, { code: "min_items", expected: `an array of length at least ${min}` });
    }
    if (!hasDuplicates?.(value)) return true;
    return fail(value, context, key, { code: "unique_items", expected: "no duplicates", message: "has duplicates" });
  };

/** The items of an array: the first ones each by its own check, the others by `rest`. Accepts values of other types. */
export const prefixItems =
  (first: readonly (Check | undefined)[], rest?: Check): Check =>
  (value, context, key) => {
    if (!isArray(value)) return true;
    const inside = enter(context, key);
    for (let i = 0; i < value.length; i++) {
      const item = i < first.length ? first[i] : rest;
      if (item?.(value[i], inside, i) === false) return false;
    }
    return true;
  };

/**
 * An array that contains `min` to `max` items valid by `item`. Accepts values of other types. `strictItem` counts towards
 * `max` where `item` is open, and so may accept too much.
 */
export const contains =
  (min: number, max: number, item: Check, strictItem: Check = item): Check =>
  (value, context, key) => {
    if (!isArray(value)) return true;
    const count = (check: Check) => value.filter((one) => check(one)).length;
    if (count(item) < min) {
      const code = min === 1 ? "contains" : "min_contains";
      return fail(value, context, key, { code, expected: `an array with at least ${min} of the items asked for` });
    }
    if (count(strictItem) <= max) return true;
    const expected = `an array with at most ${max} of the items asked for`;
    return fail(value, context, key, { code: "max_contains", expected });
  };
