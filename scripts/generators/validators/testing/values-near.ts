import type { Api, Schema } from "../../../model.ts";
import { mutate } from "./mutate.ts";
import { sample } from "./sample.ts";

/** Values near those that a schema accepts: one in ten is likely to be valid, the others are mutants. */
export function* valuesNear(
  schema: Schema,
  api: Pick<Api, "schemas">,
  random: () => number,
  count: number,
): Generator<unknown> {
  for (let i = 0; i < count; i++) {
    const value = sample(schema, api, random);
    yield i % 10 === 0 ? value : mutate(value, random);
  }
}
