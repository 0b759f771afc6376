import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { constructEventFromRequest } from "@vinr/client";
import { expect, it } from "vitest";
import { commands } from "../../packages/sandbox/src/cli/commands/index.ts";
import { serveSandbox } from "../../packages/sandbox/src/cli/serve.ts";
import { deliverAll } from "./handle-deliveries.ts";
import { tryRestrictedKey } from "./restricted-key.ts";
import { settle } from "./settle.ts";
import { surviveFaults } from "./survive-faults.ts";

const read = (path: string) => readFile(new URL(path, import.meta.url), "utf8");

it("the example pays out what its comment says", async () => {
  expect(await settle()).toBe(966);
});

it("is the first code of the package's README", async () => {
  const [, shown] = /```ts\n([\s\S]*?)```/.exec(await read("../../packages/sandbox/README.md")) ?? [];
  expect(shown).toBe(await read("settle.ts"));
});

it("a payment is made once, however often VINR fails", async () => {
  expect(await surviveFaults()).toEqual({ attempts: 3, payments: 1 });
});

it("a restricted key does what its permissions name, and nothing else", async () => {
  expect(await tryRestrictedKey()).toEqual({ settlements: 0, refund: "permission_denied" });
});

it("shows every command, and no other", async () => {
  const shown = [...(await read("commands.sh")).matchAll(/^npx @vinr\/sandbox (\w+)/gm)].map(([, name]) => name);
  expect(shown.sort()).toEqual(commands.map(({ name }) => name).sort());
});

it("deliveries pass a handler that verifies them", async () => {
  const responses = await deliverAll((secret) => async (request) => {
    await constructEventFromRequest(request, secret);
    return new Response(null, { status: 204 });
  });
  expect(responses).toEqual([
    ["payment.created", 204],
    ["payment.completed", 204],
  ]);
});

it("a payment is seen through with curl", async () => {
  const { origin, close } = await serveSandbox(
    {
      host: "127.0.0.1",
      port: 0,
      seed: undefined,
      storage: { kind: "memory" },
      forwardTo: undefined,
      hasRateLimit: false,
    },
    (error) => {
      throw error;
    },
  );
  const script = (await read("see-it-through.sh")).replace("http://127.0.0.1:4020", origin);
  const { stdout } = await promisify(execFile)("sh", ["-c", script], { env: { ...process.env, NO_PROXY: "*" } });
  await close();
  expect(stdout).toContain('"status":"completed"');
  expect(stdout).toContain('"netAmount":966');
});
