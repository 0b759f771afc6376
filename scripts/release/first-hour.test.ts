/** A merchant's first hour: the packages from their tarballs, in the kinds of project that merchants have. */
import { copyFile, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Mock, startMock } from "../mock/server.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { packThirdParty } from "./consumer.ts";
import { packAll } from "./pack.ts";
import type { Tarball } from "./tarballs.ts";

const root = path.resolve(import.meta.dirname, "../..");
const installed = (file: string): string => path.join(root, "node_modules", file);
let folder: string;
let tarballs: Tarball[];
let mock: Mock;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "first-hour-"));
  const own = await packAll(root, path.join(folder, "packages"));
  // The sandbox is a server of its own, with drivers of databases: no shop depends on it.
  const libraries = own.filter(({ name }) => name !== "@vinr/sandbox");
  tarballs = [...libraries, ...(await packThirdParty(path.join(folder, "third-party")))];
  mock = await startMock({ spec: await loadSpec(path.join(root, "spec/openapi.yaml")), port: 0 });
});

afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

/** Makes a project with `npm init -y` and installs the packages in it, without the network. */
async function createProject(manager: "npm" | "pnpm"): Promise<string> {
  const app = await mkdtemp(path.join(folder, `${manager}-`));
  await execa("npm", ["init", "-y"], { cwd: app });
  if (manager === "npm") {
    const files = tarballs.map(({ file }) => file);
    await execa("npm", ["install", "--offline", "--no-audit", "--no-fund", ...files], { cwd: app });
    return app;
  }
  // pnpm looks for the dependencies of a tarball in the registry, unless they are overridden.
  const overrides = tarballs.map(({ name, file }) => `  "${name}": "file:${file}"\n`).join("");
  await writeFile(path.join(app, "pnpm-workspace.yaml"), `overrides:\n${overrides}`);
  const wanted = tarballs.filter(({ name }) => name.startsWith("@vinr/")).map(({ file }) => `file:${file}`);
  await execa(installed(".bin/pnpm"), ["add", "--offline", "--store-dir", path.join(folder, "store"), ...wanted], {
    cwd: app,
  });
  return app;
}

/** Runs Node with what a merchant's project has: no paths of this workspace. */
async function node(app: string, ...args: string[]): Promise<string> {
  const env = { VINR_SECRET_KEY: "sk_test_Example", VINR_BASE_URL: mock.url, NODE_PATH: "" };
  const { stdout, stderr } = await execa(process.execPath, args, { cwd: app, env });
  expect(stderr).toBe("");
  return stdout;
}

/** The README's unit test of a checkout and of a webhook handler, for any test runner. */
const ownTests = `
const assert = require("node:assert");
const { test } = require("node:test");
const { isVinrApiError, isVinrWebhookError, VinrCardError } = require("@vinr/client");
const { constructEvent } = require("@vinr/client/webhooks");
const { createDelivery, createTestKit } = require("@vinr/client/testing");
const { validatePaymentCreateParams } = require("@vinr/validators");

const order = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
const secret = "whsec_ExampleOnlyNotASecret0000";

test("a declined card", async () => {
  const { vinr, api } = createTestKit();
  api.on("createPayment").rateLimited({ retryAfter: 7 }).example("cardDeclined");
  const error = await vinr.payments.create(order).catch((reason) => reason);
  assert(error instanceof VinrCardError && isVinrApiError(error, "card_declined"));
  assert.equal(error.attempts, 2);
});

test("an amount that production rejects", async () => {
  const { vinr } = createTestKit();
  await assert.rejects(vinr.payments.create({ ...order, amount: 10.5 }), { code: "parameter_invalid", param: "amount" });
  assert.equal(validatePaymentCreateParams({ ...order, amount: 10.5 }).ok, false);
});

test("the API by path", async () => {
  const { data } = await createTestKit().vinr.http.GET("/payments");
  assert.equal(data.object, "list");
});

test("a delivery", () => {
  const { body, headers } = createDelivery("payment.completed", { secret, resource: { metadata: { order: "1042" } } });
  const verify = (text) => constructEvent(text, headers["x-vinr-signature"], headers["x-vinr-timestamp"], secret);
  assert.equal(verify(body).data.object.metadata.order, "1042");
  assert.throws(() => verify(body + " "), isVinrWebhookError);
});
`;

describe.each(["npm", "pnpm"] as const)("in a project of %s", (manager) => {
  let app: string;
  beforeAll(async () => {
    app = await createProject(manager);
  });

  it("the quickstart runs as its page says", async () => {
    const page = await readFile(path.join(root, "docs/src/content/docs/guides/quickstart.mdx"), "utf8");
    const [, file = ""] = /npx tsx (\S+)/.exec(page) ?? [];
    await copyFile(path.join(root, "examples/first-payment/index.ts"), path.join(app, file));
    expect(await node(app, installed("tsx/dist/cli.mjs"), file)).toMatch(/^pay_\w+ waits for its customer at https:/);
  });

  it("the tests of the Testing page pass beside the files that the pages name", async () => {
    const page = async (name: string) => readFile(path.join(root, `docs/src/content/docs/guides/${name}.mdx`), "utf8");
    const shown = await Promise.all(["testing", "accept-a-payment", "webhooks"].map(page));
    const files = ["checkout.test.ts", "pay-order.ts", "webhook-handler.ts"];
    for (const [index, file] of files.entries()) {
      expect(shown[index]).toContain(`<Example file="guides/${file}" title="${file}" />`);
      await copyFile(path.join(root, "examples/guides", file), path.join(app, file));
    }
    await symlink(installed("vitest"), path.join(app, "node_modules/vitest"));
    const vitest = [installed("vitest/vitest.mjs"), "run", "checkout.test.ts", "--root", app];
    expect(await node(app, ...vitest)).toMatch(/Tests .*4 passed/);
  });

  it("CommonJS and ES modules share one copy of the package, so that instanceof holds", async () => {
    await writeFile(
      path.join(app, "both.cjs"),
      `const { VinrError } = require("@vinr/client");
       import("@vinr/client").then((client) => console.log(client.VinrError === VinrError));`,
    );
    expect(await node(app, "both.cjs")).toBe("true");
  });

  // What jest does, and every loader that cannot require ES modules: the files of the condition "require".
  it.each([[[]], [["--no-experimental-require-module"]]])(
    "the tests of a CommonJS project pass, with %j",
    async (flags) => {
      await writeFile(path.join(app, "shop.test.cjs"), ownTests);
      expect(await node(app, ...flags, "--test-reporter=tap", "--test", "shop.test.cjs")).toMatch(/^# pass 4$/m);
    },
  );
});

describe("TypeScript", () => {
  let app: string;
  beforeAll(async () => {
    app = await createProject("npm");
    await writeFile(
      path.join(app, "shop.ts"),
      `import { isVinrApiError, Vinr, type Payment } from "@vinr/client";
       import { createTestKit } from "@vinr/client/testing";
       import { WebhookHandlers } from "@vinr/client/webhooks";
       import { isPayment } from "@vinr/validators";
       import { validateEvent } from "@vinr/validators/event";
       import { validatePayment } from "@vinr/validators/strict/payment";
       export const vinr = new Vinr({ secretKey: process.env.VINR_SECRET_KEY });
       const pay = () =>
         createTestKit().vinr.payments.create({ amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" });
       export const redirect = async (): Promise<string> => (await pay()).checkoutUrl;
       export const store = (): Promise<Payment> => pay();
       new WebhookHandlers().on("payment.completed", ({ data }) => data.object.amount.toFixed());
       console.log(vinr.environment, isPayment({}), validateEvent({}).ok, validatePayment({}).ok, isVinrApiError(null));\n`,
    );
    await writeFile(
      path.join(app, "globals.d.ts"),
      "declare const process: { env: Record<string, string | undefined> };\n",
    );
  });

  it.each([
    ["commonjs", "node10"],
    ["node16", "node16"],
    ["node18", "node16"],
    ["nodenext", "nodenext"],
    ["preserve", "bundler"],
  ])("compiles a CommonJS project with module %s and resolution %s", async (module, resolution) => {
    const tsc = [installed("typescript/lib/tsc.js"), "shop.ts", "globals.d.ts", "--strict", "--target", "es2022"];
    const options = ["--lib", "es2023,dom", "--module", module, "--moduleResolution", resolution];
    await node(app, ...tsc, ...options, "--outDir", "out");
    if (module !== "preserve") expect(await node(app, "out/shop.js")).toBe("test false false false false");
  });
});
