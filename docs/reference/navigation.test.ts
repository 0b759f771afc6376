import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadSpec } from "../../scripts/read/document/load-spec.ts";
import { buildModel } from "../../scripts/read/model/build-model.ts";
import { buildNavigation, type Entry, type Group } from "./navigation.ts";

const api = buildModel(await loadSpec(fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url))));
const { reference, errors } = buildNavigation(api);

type Items = readonly (Entry | Group)[];

const linksOf = (items: Items): string[] =>
  items.flatMap((item) => ("items" in item ? linksOf(item.items) : [item.link]));
const groupsOf = (items: Items): Group[] =>
  items.flatMap((item) => ("items" in item ? [item, ...groupsOf(item.items)] : []));

describe("the sidebar's reference", () => {
  it("has no group that is longer than a screen", () => {
    const lengths = [reference, errors, ...groupsOf([...reference, ...errors]).map(({ items }) => items)].map(
      ({ length }) => length,
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(22);
  });

  it("has each page once", () => {
    const links = linksOf([...reference, ...errors]);
    expect(new Set(links).size).toBe(links.length);
    const { operations, webhooks, schemas, errorCodes, tags } = api;
    const indexes = tags.length + ["events", "schemas", "errors"].length;
    expect(links.length).toBe(operations.length + webhooks.length + schemas.size + errorCodes.size + indexes);
  });

  it("groups schemas by the operations that use them", () => {
    const schemas = groupsOf(reference).find(({ label }) => label === "Schemas");
    const groups = new Map(groupsOf(schemas?.items ?? []).map(({ label, items }) => [label, linksOf(items)]));
    expect([...groups.keys()]).toEqual([...api.tags.map(({ name }) => name), "Events", "Shared"]);
    expect(groups.get("Payments")).toContain("/reference/schemas/payment/");
    expect(groups.get("Events")).toContain("/reference/schemas/dispute/");
    expect(groups.get("Shared")).toContain("/reference/schemas/amount/");
  });

  it("groups error codes by their type, where a type has several", () => {
    expect(groupsOf(errors).map(({ label }) => label)).toEqual(["Invalid request", "Authentication"]);
  });
});
