import { beforeAll, describe, expect, it } from "vitest";
import type { Direction } from "../../model.ts";
import { type Compiled, compile, modelOf } from "./testing/compile.ts";

const event = (type: string, data: object) => ({
  type: "object",
  properties: {
    id: { type: "string", pattern: "^evt_" },
    type: { type: "string", const: type },
    data: { type: "object", properties: { object: data }, required: ["object"] },
  },
  required: ["id", "type", "data"],
});

const SCHEMAS = {
  Status: { type: "string", enum: ["open", "closed"], maxLength: 20 },
  Level: { type: ["integer", "null"], enum: [1, 2, null] },
  Account: {
    type: "object",
    properties: {
      object: { type: "string", const: "account" },
      status: { $ref: "#/components/schemas/Status" },
      level: { $ref: "#/components/schemas/Level" },
    },
    required: ["object", "status"],
    additionalProperties: false,
  },
  AccountParams: {
    type: "object",
    properties: { status: { $ref: "#/components/schemas/Status" } },
    additionalProperties: false,
  },
  AccountEvent: event("account.created", { $ref: "#/components/schemas/Account" }),
  StatusEvent: event("status.changed", { type: "object", properties: { status: { type: "string" } } }),
  Event: {
    oneOf: [{ $ref: "#/components/schemas/AccountEvent" }, { $ref: "#/components/schemas/StatusEvent" }],
    discriminator: { propertyName: "type" },
  },
  Choice: { oneOf: [{ enum: ["a", "b"] }, { enum: ["b", "c"] }] },
  Closed: { not: { enum: ["a"] } },
};

const DIRECTIONS: Readonly<Record<string, Direction>> = { AccountParams: "request", Status: "both" };

async function compiledAs(direction: Direction): Promise<Compiled> {
  const api = modelOf(SCHEMAS, direction);
  const schemas = [...api.schemas].map(([name, schema]) => {
    return [name, { ...schema, direction: DIRECTIONS[name] ?? direction }] as const;
  });
  return compile({ ...api, schemas: new Map(schemas) });
}

let response: Compiled;
let request: Compiled;
beforeAll(async () => {
  response = await compiledAs("response");
  request = await compiledAs("request");
});

describe("what VINR sends is read openly", () => {
  it("with properties that are not known yet", () => {
    expect(response.codes("Account", { object: "account", status: "open", later: 1 })).toEqual([]);
  });

  it("with enum values that are not known yet, of the right type", () => {
    expect(response.codes("Account", { object: "account", status: "paused", level: 3 })).toEqual([]);
    expect(response.codes("Account", { object: "account", status: 1, level: "3" })).toEqual([
      "/status type",
      "/level type",
    ]);
  });

  it("with everything else still checked", () => {
    const value = { object: "user", status: "x".repeat(21) };
    expect(response.codes("Account", value)).toEqual(["/object const", "/status max_length"]);
  });

  it("with events of a type that is not known yet, which share the shape of all others", () => {
    const later = { id: "evt_1", type: "later.happened", data: { object: { any: 1 } } };
    expect(response.codes("Event", later)).toEqual([]);
    expect(response.codes("Event", { ...later, id: "1" })).toEqual(["/id pattern"]);
    expect(response.codes("Event", { ...later, data: {} })).toEqual(["/data/object required"]);
    expect(response.codes("Event", { ...later, type: 1 })).toEqual(["/type type"]);
  });

  it("with events of a known type checked as that type", () => {
    const known = { id: "evt_1", type: "account.created", data: { object: { object: "account" } } };
    expect(response.codes("Event", known)).toEqual(["/data/object/status required"]);
  });

  it("without an open enum making two branches of a union match", () => {
    expect(response.codes("Choice", "a")).toEqual([]);
    expect(response.codes("Choice", "z")).toEqual([]);
    expect(response.codes("Choice", "b")).toEqual(["one_of"]);
  });

  it("without an open enum ruling out more than the closed one", () => {
    expect(response.codes("Closed", "b")).toEqual([]);
    expect(response.codes("Closed", "a")).toEqual(["not"]);
  });
});

describe("what VINR is sent is read as written", () => {
  it("with an enum closed that responses hold too", () => {
    expect(response.codes("AccountParams", { status: "paused" })).toEqual(["/status enum"]);
    expect(response.codes("Status", "paused")).toEqual([]);
  });

  it("without other properties, and without a suggestion where none is near", () => {
    const [issue] = issuesOf(response, "AccountParams", { later: 1 });
    expect(issue?.message).toBe("later is not a known property");
  });

  it("with the known tags named for a union's unknown one", () => {
    const [issue, more] = issuesOf(request, "Event", { id: "evt_1", type: "account.create", data: {} });
    expect(issue).toMatchObject({ code: "unknown_tag", pointer: "/type", suggestion: "account.created" });
    expect(issue?.message).toBe(
      'type must be one of "account.created", "status.changed", got "account.create"; did you mean account.created?',
    );
    expect(more).toBeUndefined();
  });

  it("with a union's missing tag as a missing property", () => {
    expect(request.codes("Event", { id: "evt_1" })).toEqual(["/type required"]);
  });
});

function issuesOf(compiled: Compiled, name: string, value: unknown) {
  const result = compiled.validate(name, value);
  return result.ok ? [] : result.issues;
}
