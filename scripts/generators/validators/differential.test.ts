import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Api, Direction } from "../../model.ts";
import { buildModel } from "../../read/build-model.ts";
import { loadSpec } from "../../read/load-spec.ts";
import { type Compiled, compile, compileSchemas } from "./testing/compile.ts";
import { keywordCases, keywordName, keywordSchemas } from "./testing/keyword-cases.ts";
import { mutate } from "./testing/mutate.ts";
import { isBeyondOracle, oracle } from "./testing/oracle.ts";
import { seeded } from "./testing/random.ts";
import { sample } from "./testing/sample.ts";

const SPEC = fileURLToPath(new URL("../../../spec/openapi.yaml", import.meta.url));
/** How many values of each schema are tried; a long run raises it. */
const VALUES = Number(process.env.FUZZ_VALUES ?? 700);

let api: Api;
const inDirection = (direction: Direction): Api => ({
  ...api,
  schemas: new Map([...api.schemas].map(([name, schema]) => [name, { ...schema, direction }])),
});

/** Values near those that a schema accepts, the same ones on every run. */
function* valuesNear(name: string, seed: number): Generator<unknown> {
  const schema = api.schemas.get(name)?.schema;
  if (schema === undefined) return;
  const random = seeded(seed);
  for (let i = 0; i < VALUES; i++) {
    const value = sample(schema, api, random);
    yield i % 10 === 0 ? value : mutate(value, random);
  }
}

beforeAll(async () => {
  api = buildModel(await loadSpec(SPEC));
});

describe("the validators of the specification", () => {
  it("read as written, agree with ajv on every schema", async () => {
    const compiled = await compile(inDirection("request"));
    const differences: unknown[] = [];
    let [valid, count] = [0, 0];
    for (const name of api.schemas.keys()) {
      const accepts = oracle({ $ref: `#/components/schemas/${name}`, components: api.document.components });
      for (const value of valuesNear(name, 1)) {
        const ours = isAccepted(compiled, name, value);
        const theirs = isBeyondOracle(value) ? ours : accepts(value);
        count++;
        if (ours) valid++;
        if (theirs !== ours) differences.push({ name, value, theirs, ours });
      }
    }
    expect(differences.slice(0, 5)).toEqual([]);
    // A corpus of which nearly all, or nearly nothing, is valid would show little.
    expect(valid / count).toBeGreaterThan(0.1);
    expect(valid / count).toBeLessThan(0.9);
  });

  it("read openly, accept all that they accept as written", async () => {
    const [strict, open] = [await compile(inDirection("request")), await compile(inDirection("response"))];
    for (const name of api.schemas.keys()) {
      for (const value of valuesNear(name, 2)) {
        const asWritten = isAccepted(strict, name, value);
        const openly = isAccepted(open, name, value);
        if (asWritten && !openly) expect({ name, value }).toBe("accepted openly too");
      }
    }
  });
});

describe("the validators of single keywords", () => {
  let compiled: Compiled;
  beforeAll(async () => {
    compiled = await compileSchemas(keywordSchemas);
  });

  it.each(Object.entries(keywordCases))("agree with ajv on %s", (name, { schema, valid, invalid }) => {
    const accepts = oracle(schema);
    const random = seeded(3);
    const seeds = [...valid, ...invalid.map(([value]) => value)].filter(isJsonLike);
    for (let i = 0; i < 300; i++) {
      const value = mutate(seeds[i % seeds.length], random);
      if (isBeyondOracle(value)) continue;
      const [ours, theirs] = [isAccepted(compiled, keywordName(name), value), accepts(value)];
      if (ours !== theirs) expect({ value, ours, theirs }).toBe("agreement");
    }
  });
});

function isJsonLike(value: unknown): boolean {
  return value !== undefined && typeof value !== "bigint";
}

/** What both functions say, which must be the same and for a reason that can be told. */
function isAccepted(compiled: Compiled, name: string, value: unknown): boolean {
  const result = compiled.validate(name, value);
  if (compiled.is(name, value) !== result.ok) throw new Error(`is${name} and validate${name} disagree`);
  if (!result.ok && result.issues.some(({ code }) => code === "unreadable")) {
    throw new Error(`validate${name} refuses ${JSON.stringify(value)} and cannot say why`);
  }
  return result.ok;
}
