/** Every guard, validator and parser that is published, before values that are sent to do harm. */
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import * as published from "../../../packages/validators/src/index.ts";
import type { Api } from "../../model.ts";
import { loadSpec } from "../../read/document/load-spec.ts";
import { buildModel } from "../../read/model/build-model.ts";
import { schemaNames } from "../names.ts";
import { hostileValues } from "./testing/hostile-values.ts";
import { seeded } from "./testing/random.ts";
import { sample } from "./testing/sample.ts";

const SPEC = fileURLToPath(new URL("../../../spec/openapi.yaml", import.meta.url));
type Call = (value: unknown) => unknown;
type Issues = { ok: boolean; issues?: { code: string; message: string }[] };

const exported: Readonly<Record<string, unknown>> = published;
const functions = Object.entries(exported).filter((entry): entry is [string, Call] => typeof entry[1] === "function");
const named = (prefix: string) => functions.filter(([name]) => new RegExp(`^${prefix}[A-Z]`).test(name));
const validators = named("validate").filter(([name]) => !/^validate(Parts|Request)$/.test(name));
const guards = new Map(named("is"));
const parsers = named("parse");

let api: Api;
beforeAll(async () => {
  api = buildModel(await loadSpec(SPEC));
});

/** A value, and copies of a likely one with the value in the place of each of its members. */
function* inEveryPlace(name: string, value: unknown): Generator<unknown> {
  yield value;
  // To count ten megabytes in every place would take long, and show nothing new.
  if (typeof value === "string" && value.length > 1e6) return;
  const names = schemaNames(api);
  const key = [...names].find(([, { suffix }]) => suffix === name)?.[0];
  const schema = key === undefined ? undefined : api.schemas.get(key)?.schema;
  const likely = schema === undefined ? {} : sample(schema, api, seeded(5));
  if (typeof likely !== "object" || likely === null) return;
  for (const member of Object.keys(likely)) yield { ...likely, [member]: value };
}

/** The result of a call, which is checked as every result is: no more issues than are asked for, and nothing of what was thrown. */
function runCall(call: Call, value: unknown): Issues {
  const result = call(value) as Issues;
  expect(result.issues?.length ?? 0).toBeLessThanOrEqual(100);
  for (const { message } of result.issues ?? []) {
    expect(message).not.toContain("hunter2");
    expect(message.length).toBeLessThan(10_000);
  }
  return result;
}

describe("before hostile values, what is published", () => {
  it("is many functions, none of which is left out here", () => {
    expect([validators.length, guards.size, parsers.length].every((count) => count > 20)).toBe(true);
    expect(validators.length).toBe(guards.size);
    const tested = [...validators, ...guards, ...parsers].map(([name]) => name);
    const others = functions.flatMap(([name]) => (tested.includes(name) ? [] : [name]));
    expect(others).toEqual(["findOperation", "validateParts", "validateRequest"]);
  });

  it.each(Object.entries(hostileValues()))("return the same in guard and validator: %s", (_, hostile) => {
    for (const [name, validate] of validators) {
      const suffix = name.slice("validate".length);
      const is = guards.get(`is${suffix}`);
      for (const value of inEveryPlace(suffix, hostile)) {
        expect([name, runCall(validate, value).ok]).toEqual([name, is?.(value)]);
      }
    }
    for (const [, parse] of parsers) {
      for (const value of [hostile, { id: hostile, limit: hostile }]) runCall(parse, value);
    }
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("takes no more steps for each member, and a fixed number of issues", () => {
    for (const [name, call] of [...validators, ...parsers]) {
      const [few, many] = [steps(call, 500), steps(call, 2000)];
      expect([name, many <= 4 * few + 100]).toEqual([name, true]);
    }
  });

  it("rejects a request whose body throws where it is read", () => {
    const headers = { "content-type": "application/json" };
    const body = hostileValues()["an object with a get trap that throws"];
    expect(published.validateParts({ method: "POST", url: "/v1/payments", headers, body }).ok).toBe(false);
  });
});

/** How often a function looks at an object of many members, each of which is a list of as many items. */
function steps(call: Call, size: number): number {
  let count = 0;
  const counted = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: (_, name) => {
        count++;
        return Reflect.get(target, name);
      },
      getOwnPropertyDescriptor: (_, name) => {
        count++;
        return Reflect.getOwnPropertyDescriptor(target, name);
      },
    });
  const items = counted(Array.from({ length: size }, (_, i) => ({ i })));
  const members = Object.fromEntries(Array.from({ length: size }, (_, i) => [`m${i}`, i]));
  call(counted({ ...members, data: items, enabled_events: items, metadata: counted(members) }));
  return count;
}
