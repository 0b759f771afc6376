/** The package as Node loads it: `dist`, which `pnpm build` writes before the tests run. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const root = new URL("..", import.meta.url);

/** The output of a script that imports the package by its name, as users do. */
async function run(script: string, ...flags: string[]): Promise<string> {
  const args = [...flags, "--input-type=module", "--eval", script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, timeout: 20_000 });
  return stdout.trim();
}

it("judges and explains where making code from strings is forbidden", async () => {
  const script = `
    import { isPayment, parseListPaymentsQuery, validatePaymentCreateParams } from "@vinr/validators";
    const result = validatePaymentCreateParams({ amount: 0, currency: "EUR", returnUrl: "https://shop.example/" });
    console.log(isPayment({}), parseListPaymentsQuery({ limit: "5" }).ok, result.issues[0].message);
    try { new Function("return 1")(); } catch ({ name }) { console.log(name); }`;
  const printed = await run(script, "--disallow-code-generation-from-strings");
  expect(printed).toBe("false true amount must be at least 1, got 0\nEvalError");
});

it("loads one file for each entry point", async () => {
  for (const entry of ["index", "payment", "requests"]) {
    expect(await readFile(new URL(`dist/node/${entry}.js`, root), "utf8")).not.toMatch(/^import |^export .* from /m);
  }
});

it("reads strictly where strictness is asked for, and only there", async () => {
  const script = `
    import { isPaymentStatus } from "@vinr/validators/payment-status";
    import { isPaymentStatus as isKnown } from "@vinr/validators/strict/payment-status";
    import { isRefundStatus } from "@vinr/validators/strict";
    console.log(isPaymentStatus("under_review"), isKnown("under_review"), isKnown("completed"), isRefundStatus("lost"));`;
  expect(await run(script)).toBe("true false true false");
});

it("finds an entry point that is listed by name where the pattern of all others would find it", async () => {
  const { exports } = JSON.parse(await readFile(new URL("package.json", root), "utf8"));
  const pattern = JSON.stringify(exports["./*"]);
  const notOfOneSchema = ["./strict", "./internal"];
  const listed = Object.entries(exports).filter(
    ([entryPoint]) => /^\.\/(?!package)[a-z-]+$/.test(entryPoint) && !notOfOneSchema.includes(entryPoint),
  );
  expect(listed.map(([entryPoint]) => entryPoint)).toContain("./payment-create-params");
  for (const [entryPoint, target] of listed) {
    const expected = pattern.replaceAll("*", entryPoint.slice(2));
    expect(JSON.stringify(target)).toBe(expected);
    await readFile(new URL(JSON.parse(expected).node, root));
  }
});
