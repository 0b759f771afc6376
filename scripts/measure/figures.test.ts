import path from "node:path";
import { expect, test } from "vitest";
import { loadSpec } from "../read/document/load-spec.ts";
import { measureExamples } from "./examples.ts";
import { measure } from "./figures.ts";
import { specFolder } from "./tools.ts";

const file = path.join(specFolder, "openapi.yaml");

test("the specification meets every goal", async () => {
  const { figures, notes } = await measure(file);
  expect(figures.filter(({ met }) => !met)).toEqual([]);
  expect(notes).toEqual([]);
});

test("counts and names an example that does not match its schema", async () => {
  const { document } = await loadSpec(file);
  const broken = structuredClone(document) as {
    components: { examples: { RefundPending: { value: { amount: number } } } };
  };
  broken.components.examples.RefundPending.value.amount = 49.99;
  const { examples, valid, faults } = measureExamples(broken);
  expect(examples - valid).toBe(2);
  expect(faults[0]).toMatch(/paths\/~1refunds\/post\/responses\/201.*pending: .*amount must be integer/);
});

test("counts and names a body without a named example", async () => {
  const { document } = await loadSpec(file);
  const broken = structuredClone(document) as {
    components: { responses: { TooManyRequests: { content: Record<string, { examples?: unknown }> } } };
  };
  delete broken.components.responses.TooManyRequests.content["application/json"]?.examples;
  const { bodies, bodiesWithExample, faults } = measureExamples(broken);
  expect(bodies - bodiesWithExample).toBe(1);
  expect(faults).toContain(
    "/components/responses/TooManyRequests/content/application~1json: the body has no named example",
  );
});
