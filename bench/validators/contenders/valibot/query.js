import * as v from "valibot";

export const listQuery = v.strictObject({
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 25),
  starting_after: v.optional(v.pipe(v.string(), v.minLength(3), v.maxLength(64), v.regex(/^[a-z]+_[A-Za-z0-9]+$/))),
  ending_before: v.optional(v.pipe(v.string(), v.minLength(3), v.maxLength(64), v.regex(/^[a-z]+_[A-Za-z0-9]+$/))),
});
