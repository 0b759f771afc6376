import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const compiler = createRequire(join(here, "../../package.json")).resolve("typescript/bin/tsc");

const files = {
  base: "export {};",
  vinr: `import { Vinr } from "@vinr/client";
const vinr = new Vinr({ secretKey: "sk_test_1" });
const payment = await vinr.payments.create({ amount: 1000, currency: "EUR", returnUrl: "https://shop.example" });
for await (const { status } of vinr.payments.list({ limit: 5 })) console.log(status);
console.log(payment.checkoutUrl, (await vinr.refunds.create({ payment: payment.id })).status);
export {};`,
  openapiFetch: `import createClient from "openapi-fetch";
import type { paths } from "@vinr/client";
const client = createClient<paths>();
const body = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example" };
const { data: payment } = await client.POST("/payments", { body });
const { data: page } = await client.GET("/payments", { params: { query: { limit: 5 } } });
const { data: refund } = await client.POST("/refunds", { body: { payment: payment?.id ?? "" } });
console.log(payment?.checkoutUrl, page?.data[0]?.status, refund?.status);
export {};`,
};

/** How many types the compiler instantiates for each file. */
export function measureTypes() {
  const folder = mkdtempSync(join(here, ".types-"));
  try {
    return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, count(folder, name, text)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function count(folder, name, text) {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: "es2022",
    module: "nodenext",
    lib: ["es2023", "dom", "dom.iterable"],
    types: [],
  };
  writeFileSync(join(folder, `${name}.ts`), text);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
  const { stdout } = spawnSync(process.execPath, [compiler, "-p", folder, "--extendedDiagnostics"], {
    encoding: "utf8",
  });
  if (stdout.includes("error TS")) throw new Error(stdout);
  return Number(/Instantiations:\s+(\d+)/.exec(stdout)?.[1]);
}
