/** JSON Schemas as they are published: `dist`, which `pnpm build` writes before the tests run. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, expectTypeOf, it } from "vitest";
import { type JsonSchema, requests, type SchemaName, schemas } from "./generated/json-schema.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** All modules that one loads, itself first. */
async function modulesOf(file: string, seen = new Set<string>()): Promise<ReadonlySet<string>> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = await readFile(file, "utf8");
  for (const [, target = ""] of text.matchAll(/^(?:import|export) .*?"(\.[^"]+)";$/gm)) {
    await modulesOf(join(dirname(file), target), seen);
  }
  return seen;
}

it("are not loaded by any other import", async () => {
  const modules = [...(await modulesOf(join(root, "dist/index.js")))];
  expect(modules.length).toBeGreaterThan(100);
  expect(modules.filter((file) => /json-schema/.test(file))).toEqual([]);
  expect(await readFile(join(root, "dist/node/index.js"), "utf8")).not.toContain("json-schema.org");
});

it("are there by the package's name", async () => {
  const code = 'import { schemas } from "@vinr/validators/json-schema"; console.log(schemas.Payment.$id)';
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code], { cwd: root });
  expect(stdout.trim()).toBe("https://docs.vinr.com/schemas/Payment.json");
});

it("are typed by name and by operation", () => {
  expectTypeOf(schemas.Payment).toEqualTypeOf<JsonSchema>();
  expectTypeOf<"ListPaymentsQuery">().toExtend<SchemaName>();
  expectTypeOf(requests.createPayment.body).toEqualTypeOf<JsonSchema>();
  // @ts-expect-error A list has no body.
  expect(requests.listPayments.body).toBeUndefined();
  expect(requests.createPayment.body).toBe(schemas.PaymentCreateParams);
  expect(requests.retrievePayment.path).toBe(schemas.RetrievePaymentPath);
});
