import { type Check, fail, inside } from "./issues.js";
import { isArray } from "./values.js";

/** Checks of arrays. */

/** An array of `min` to `max` items that are alike. Its length is settled before any item. */
export const array =
  (min: number, max: number, item?: Check, hasDuplicates?: (items: readonly unknown[]) => boolean): Check =>
  (value, at, step) => {
    if (!isArray(value)) return fail(value, at, step, "type", "an array");
    const { length } = value;
    if (length > max) return fail(length, at, step, "max_items", `an array of length at most ${max}`);
    const within = inside(at, step);
    for (let i = 0; item && i < length; i++) if (!item(value[i], within, i)) return false;
    return (
      (length >= min || fail(length, at, step, "min_items", `an array of length at least ${min}`)) &&
      (!hasDuplicates?.(value) || fail(value, at, step, "unique_items", "no duplicates", "has duplicates"))
    );
  };

/** The items of an array, the first ones each by its own check and the others by `rest`; any other value passes. */
export const prefix =
  (first: readonly (Check | undefined)[], rest?: Check): Check =>
  (value, at, step) => {
    if (!isArray(value)) return true;
    const within = inside(at, step);
    for (let i = 0; i < value.length; i++) {
      const item = i < first.length ? first[i] : rest;
      if (item?.(value[i], within, i) === false) return false;
    }
    return true;
  };

/**
 * An array with `min` to `max` items of a kind; any other value passes. `surely` is what counts for the most, where
 * `item` accepts what may be of the kind.
 */
export const contains =
  (min: number, max: number, item: Check, surely: Check = item): Check =>
  (value, at, step) => {
    if (!isArray(value)) return true;
    const count = (check: Check) => value.filter((one) => check(one)).length;
    if (count(item) < min) {
      const code = min === 1 ? "contains" : "min_contains";
      return fail(value, at, step, code, `an array with at least ${min} of the items asked for`);
    }
    return (
      count(surely) <= max ||
      fail(value, at, step, "max_contains", `an array with at most ${max} of the items asked for`)
    );
  };
