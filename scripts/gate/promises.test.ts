import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { specFolder } from "../measure/tools.ts";
import { readVersion } from "./compare.ts";
import type { Document } from "./mutations.ts";
import { findBrokenPromises } from "./promises.ts";

const text = await readFile(path.join(specFolder, "openapi.yaml"), "utf8");
const deprecation = (date: string) => ({
  deprecated: true,
  description: `Old. Deprecated: use another. Removed after ${date}.`,
});

/** The problems on 2027-01-01 with a change of a part that is deprecated until a date. */
async function promisesAfter(
  read: (spec: Document) => Document,
  change: (spec: Document) => unknown,
  date = "2027-06-30",
): Promise<string[]> {
  const spec = parse(text, { maxAliasCount: 0 });
  Object.assign(read(spec), deprecation(date));
  const before = await readVersion(JSON.stringify(spec, null, 2));
  change(spec);
  return findBrokenPromises(before, await readVersion(JSON.stringify(spec, null, 2)), "2027-01-01");
}

const properties = (spec: Document) => spec.components.schemas.Payment.properties;
const refunds = (spec: Document) => spec.paths["/refunds"];

describe("a deprecated part that is promised until a date", () => {
  it("is not removed before it", async () => {
    const problems = await promisesAfter(
      (spec) => properties(spec).amountRefunded,
      (spec) => delete properties(spec).amountRefunded,
    );
    expect(problems).toEqual([
      expect.stringMatching(
        /^`amountRefunded` of Payment, line \d+ of the base, was promised until 2027-06-30 and is removed: keep it/,
      ),
    ]);
  });

  it("is not removed with what holds it", async () => {
    const removeAll = (spec: Document) => delete spec.paths["/refunds"].get;
    expect(await promisesAfter((spec) => refunds(spec).get, removeAll)).toEqual([
      expect.stringMatching(/^GET \/refunds, line .* is removed/),
    ]);
  });

  it("is a parameter by its name, wherever in the list it is", async () => {
    const list = (spec: Document): Document[] => refunds(spec).get.parameters;
    const own = (spec: Document) => list(spec).find(({ name }) => name === "payment");
    expect(await promisesAfter(own, (spec) => list(spec).reverse())).toEqual([]);
    expect(await promisesAfter(own, (spec) => list(spec).splice(list(spec).indexOf(own(spec)), 1))).toEqual([
      expect.stringMatching(/^`payment` of GET \/refunds, line .* is removed/),
    ]);
  });

  it("is not promised for a shorter time", async () => {
    const shorten = (spec: Document) => Object.assign(properties(spec).amountRefunded, deprecation("2027-02-01"));
    expect(await promisesAfter((spec) => properties(spec).amountRefunded, shorten)).toEqual([
      expect.stringContaining("was promised until 2027-06-30 and is promised only until 2027-02-01"),
    ]);
  });

  it("may be removed after it, be promised for longer, and stay for good", async () => {
    const part = (spec: Document) => properties(spec).amountRefunded;
    expect(await promisesAfter(part, (spec) => delete properties(spec).amountRefunded, "2026-12-31")).toEqual([]);
    expect(await promisesAfter(part, (spec) => Object.assign(part(spec), deprecation("2028-01-01")))).toEqual([]);
    expect(await promisesAfter(part, (spec) => delete part(spec).deprecated)).toEqual([]);
  });
});
