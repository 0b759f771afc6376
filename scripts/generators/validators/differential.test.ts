import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Api, Direction } from "../../model.ts";
import { loadSpec } from "../../read/document/load-spec.ts";
import { buildModel } from "../../read/model/build-model.ts";
import { type Difference, findDifference, isAccepted } from "./testing/agreement.ts";
import { type Compiled, compile, compileSchemas } from "./testing/compile.ts";
import { DISAGREEMENTS } from "./testing/disagreements.ts";
import { keywordCases, keywordName, keywordSchemas } from "./testing/keyword-cases.ts";
import { mutate } from "./testing/mutate.ts";
import { oracle, plainOracle } from "./testing/oracle.ts";
import { seeded } from "./testing/random.ts";
import { valuesNear } from "./testing/values-near.ts";

const SPEC = fileURLToPath(new URL("../../../spec/openapi.yaml", import.meta.url));
/** How many values are tried, all schemas taken together; `FUZZ_VALUES=1000000` is the long run. */
const VALUES = Number(process.env.FUZZ_VALUES ?? 50_000);
const PATIENCE = 30_000 + VALUES;

let api: Api;
let components: unknown;
const inDirection = (direction: Direction): Api => ({
  ...api,
  schemas: new Map([...api.schemas].map(([name, schema]) => [name, { ...schema, direction }])),
});

/** Values near those that a schema accepts, the same ones on every run. */
function values(name: string, seed: number): Iterable<unknown> {
  const schema = api.schemas.get(name)?.schema;
  return schema === undefined ? [] : valuesNear(schema, api, seeded(seed), Math.ceil(VALUES / api.schemas.size));
}

beforeAll(async () => {
  const spec = await loadSpec(SPEC);
  components = spec.document.components;
  api = buildModel(spec);
});

describe("the validators of the specification", () => {
  it("read as written, agree with ajv on every schema", { timeout: PATIENCE }, async () => {
    const compiled = await compile(inDirection("request"));
    const differences: Difference[] = [];
    let [valid, count] = [0, 0];
    for (const name of api.schemas.keys()) {
      const accepts = oracle({ $ref: `#/components/schemas/${name}`, components });
      for (const value of values(name, 1)) {
        const difference = findDifference(compiled, name, accepts, value);
        if (difference !== undefined) differences.push(difference);
        if (compiled.is(name, value)) valid++;
        count++;
      }
    }
    console.info(`ajv was asked about ${count} values of ${api.schemas.size} schemas, ${valid} of them valid.`);
    expect(differences.slice(0, 5)).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(VALUES);
    // A corpus of which nearly all, or nearly nothing, is valid would show little.
    expect(valid / count).toBeGreaterThan(0.1);
    expect(valid / count).toBeLessThan(0.9);
  });

  it("read openly, accept all that they accept as written", { timeout: PATIENCE }, async () => {
    const [strict, open] = [await compile(inDirection("request")), await compile(inDirection("response"))];
    for (const name of api.schemas.keys()) {
      for (const value of values(name, 2)) {
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
      expect(findDifference(compiled, keywordName(name), accepts, value)).toBeUndefined();
    }
  });
});

describe("the validators differ from ajv on purpose on", () => {
  it.each(DISAGREEMENTS)("$about", async ({ schema, value, accepted }) => {
    const schemas = { Subject: schema };
    const compiled = await compileSchemas(schemas);
    const accepts = plainOracle({ $ref: "#/components/schemas/Subject", components: { schemas } });
    expect(compiled.is("Subject", value)).toBe(accepted);
    expect(ask(accepts, value)).toBe(!accepted);
  });
});

/** The verdict of ajv; if it throws, it does not accept. */
function ask(accepts: (value: unknown) => boolean, value: unknown): boolean {
  try {
    return accepts(value);
  } catch {
    return false;
  }
}

function isJsonLike(value: unknown): boolean {
  return value !== undefined && typeof value !== "bigint";
}
