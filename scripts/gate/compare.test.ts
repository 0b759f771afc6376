import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { specFolder } from "../measure/tools.ts";
import { compare, readVersion } from "./compare.ts";
import { addEventType, mutations } from "./mutations.ts";
import { reportAsMarkdown } from "./report.ts";
import { startRedocly } from "./testing/warm-redocly.ts";

const text = await readFile(path.join(specFolder, "openapi.yaml"), "utf8");
const base = await readVersion(text);
const redocly = startRedocly();
afterAll(() => redocly.stop());
const compareWith = async (revision: string) => compare(base, await readVersion(revision), redocly.run);

test("names the revision whose specification is not valid, and the place", async () => {
  const broken = text.replace("paths:", "paths: []\nx-paths:");
  await expect(readVersion(broken, "main:spec/openapi.yaml")).rejects.toThrow(
    /^main:spec\/openapi\.yaml:\d+ {2}\/paths {2}/,
  );
});

test.each(mutations)("demands what it has to when %s: %s", async (_what, demanded, mutate) => {
  const spec = parse(text, { maxAliasCount: 0 });
  mutate(spec);
  // Aliased objects would be written as anchors; JSON writes them out.
  const comparison = await compareWith(JSON.stringify(spec, null, 2));
  expect(comparison.demanded, JSON.stringify(comparison.changes, null, 2)).toBe(demanded);
});

test("names the place, the line and the rule of a change", async () => {
  const { changes } = await compareWith(text.replace("        default: 25\n", "        default: 10\n"));
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({
    impact: "major",
    rule: "vinr/default-changed",
    where: "GET /payments and 4 more",
    what: "The query parameter `limit` defaults to `10` instead of `25`: the same request means something else.",
    pointer: "/components/parameters/Limit/schema/default",
    line: text.split("\n").indexOf("        default: 25") + 1,
  });
});

test("says what replaces a deprecated property, and until when it is there", async () => {
  const way = "Deprecated: add up the refunds. Removed after 2027-06-30.";
  const words = "description: The amount refunded so far, in the minor unit of the currency.";
  const { changes } = await compareWith(
    text.replace(words, `deprecated: true\n          description: "The amount refunded so far. ${way}"`),
  );
  expect(changes[0]).toMatchObject({
    impact: "minor",
    what: "`amountRefunded` is deprecated. Instead: add up the refunds. Removed after 2027-06-30.",
  });
});

test("asks to deprecate a property before it is removed, unless it was", async () => {
  const spec = parse(text, { maxAliasCount: 0 });
  const { properties } = spec.components.schemas.Payment;
  const report = async (before: string) => {
    const comparison = await compare(await readVersion(before), await readVersion(withoutIt), redocly.run);
    return reportAsMarkdown(comparison, [], []);
  };
  const asked = "Migrate: Deprecate the property first, with a date. Stop reading or sending it.";
  const whole = JSON.stringify(spec);
  properties.checkoutUrl.deprecated = true;
  const deprecated = JSON.stringify(spec);
  delete properties.checkoutUrl;
  const withoutIt = JSON.stringify(spec);
  expect(await report(whole)).toContain(asked);
  expect(await report(deprecated)).not.toContain("first");
});

test("tells a new event type in four lines, none of them breaking", async () => {
  const spec = parse(text, { maxAliasCount: 0 });
  addEventType(spec);
  const { changes } = await compareWith(JSON.stringify(spec, null, 2));
  expect(changes.map(({ impact, where, what }) => `${impact}: ${where}: ${what}`)).toEqual([
    "minor: webhook invoice.paid: The webhook was added.",
    expect.stringMatching(/^minor: schema EventType, used by .*: The schema gained `invoice\.paid`\.$/),
    expect.stringMatching(/^minor: schema Event, used by .*: The schema gained the variant `InvoicePaidEvent`\.$/),
    "minor: schema InvoicePaidEvent: The schema `InvoicePaidEvent` was added.",
  ]);
});

test("tells the change of a shared schema once, with where it is used", async () => {
  const { changes } = await compareWith(text.replace("maxProperties: 40\n", "maxProperties: 50\n"));
  expect(changes).toMatchObject([
    {
      where: expect.stringMatching(/^schema Metadata, used by POST \/payments and \d+ more$/),
      what: "The schema has the maxProperties `50` instead of `40`.",
    },
  ]);
});
