import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import * as open from "../../../packages/validators/src/generated/index.js";
import * as strict from "../../../packages/validators/src/generated/strict/index.js";
import type { Api } from "../../model.ts";
import { loadSpec } from "../../read/document/load-spec.ts";
import { buildModel } from "../../read/model/build-model.ts";
import { type Compiled, compile, modelOf } from "./testing/compile.ts";
import { mutate } from "./testing/mutate.ts";
import { seeded } from "./testing/random.ts";
import { sample } from "./testing/sample.ts";

const text = { type: "string" };
const SCHEMAS = {
  Status: { type: "string", enum: ["open", "closed"] },
  Owner: { type: "object", properties: { name: text }, required: ["name"] },
  Account: {
    type: "object",
    properties: {
      status: { $ref: "#/components/schemas/Status" },
      owner: { $ref: "#/components/schemas/Owner" },
      labels: { type: "object", additionalProperties: text },
      anything: { type: "object" },
    },
  },
  Base: { type: "object", properties: { id: text }, required: ["id"] },
  Derived: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: "object", properties: { size: text } }] },
  Named: { allOf: [{ $ref: "#/components/schemas/Plain" }], required: ["name"] },
  Plain: { type: "object", properties: { name: text } },
  Either: { oneOf: [{ $ref: "#/components/schemas/Owner" }, { $ref: "#/components/schemas/Account" }] },
};

describe("what VINR sends, read strictly,", () => {
  let compiled: Compiled;
  beforeAll(async () => {
    compiled = await compile(modelOf(SCHEMAS, "response"), "strict");
  });

  it("may not gain a property, wherever an object lists its own", () => {
    expect(compiled.codes("Account", { status: "open", owner: { name: "Ada" }, labels: { a: "b" } })).toEqual([]);
    expect(compiled.codes("Account", { later: 1, owner: { name: "Ada", age: 36 } })).toEqual([
      "/owner/age unknown_property",
      "/later unknown_property",
    ]);
  });

  it("may not gain a value of an enum", () => {
    expect(compiled.codes("Account", { status: "paused" })).toEqual(["/status enum"]);
  });

  it("keeps an object free that lists nothing", () => {
    expect(compiled.codes("Account", { anything: { at: "all" } })).toEqual([]);
  });

  it("leaves an object open that several schemas put together", () => {
    expect(compiled.codes("Derived", { id: "1", size: "2", later: 3 })).toEqual([]);
    expect(compiled.codes("Derived", { size: 2 })).toEqual(["/id required", "/size type"]);
  });

  it("closes an object of which another schema only requires more", () => {
    expect(compiled.is("Named", { name: "Ada" })).toBe(true);
    expect(compiled.codes("Named", {})).toEqual(["/name required"]);
    expect(compiled.codes("Named", { name: "Ada", later: 1 })).toEqual(["/later unknown_property"]);
    expect(compiled.codes("Plain", { later: 1 })).toEqual(["/later unknown_property"]);
  });

  it("closes each branch of a union", () => {
    expect(compiled.is("Either", { name: "Ada" })).toBe(true);
    expect(compiled.is("Either", { name: "Ada", later: 1 })).toBe(false);
  });
});

describe("the spec's own responses and events", () => {
  const strictly = strict as unknown as Readonly<Record<string, (value: unknown) => boolean>>;
  const openly = open as unknown as Readonly<Record<string, (value: unknown) => boolean>>;
  let api: Api;
  beforeAll(async () => {
    api = buildModel(await loadSpec(fileURLToPath(new URL("../../../spec/openapi.yaml", import.meta.url))));
  });

  it("pass the strict validators in every example, and fail with one property more", () => {
    const samples = examplesOf(api);
    expect(samples.length).toBeGreaterThan(50);
    for (const { schema, name, value } of samples) {
      const more = { ...(value as object), later: 1 };
      const judged = [strictly[`is${schema}`]?.(value), strictly[`is${schema}`]?.(more), openly[`is${schema}`]?.(more)];
      expect([schema, name, ...judged]).toEqual([schema, name, true, false, true]);
    }
  });

  it("fail as events of a type that is not described, with the one that was meant", () => {
    const event = examplesOf(api).find(({ schema }) => schema === "PaymentCompletedEvent")?.value;
    expect(strict.isEvent(event)).toBe(true);
    const result = strict.validateEvent({ ...(event as object), type: "payment.complete" });
    expect(result.issues?.[0]).toMatchObject({ code: "unknown_tag", suggestion: "payment.completed" });
  });

  it("are read openly wherever they are accepted strictly", () => {
    let accepted = 0;
    for (const { name, schema, direction } of api.schemas.values()) {
      if (direction === "request") continue;
      const random = seeded(7);
      for (let i = 0; i < 200; i++) {
        const value = i % 4 === 0 ? sample(schema, api, random) : mutate(sample(schema, api, random), random);
        if (!strictly[`is${name}`]?.(value)) continue;
        accepted++;
        expect([name, openly[`is${name}`]?.(value)]).toEqual([name, true]);
      }
    }
    expect(accepted).toBeGreaterThan(1000);
  });
});

interface Sample {
  /** The schema that describes it, by name. */
  readonly schema: string;
  readonly name: string;
  readonly value: unknown;
}

/** The examples of the bodies that VINR sends. */
function examplesOf({ operations, webhooks }: Api): Sample[] {
  const sent = [...operations.flatMap(({ responses }) => responses), ...webhooks.map(({ requestBody }) => requestBody)];
  return sent.flatMap((body) => {
    const json = body?.content.find(({ type }) => type === "application/json");
    const schema = json?.schema?.ref;
    if (json === undefined || schema === undefined) return [];
    return json.examples.map(({ name, value }) => ({ schema, name, value }));
  });
}
