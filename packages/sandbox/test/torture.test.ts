/** The trials of a webhook handler: a good one passes, and each bad one fails for its own reason. */
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { constructEvent, isVinrError } from "@vinr/client/webhooks";
import { expect, it, onTestFinished } from "vitest";
import { runCommand } from "../src/cli/commands/run-command.js";
import { torture } from "../src/cli/commands/torture.js";
import { Receiver } from "../src/cli/torture/receiver.js";
import { runTrials } from "../src/cli/torture/run-trials.js";
import { Run } from "./testing/command.js";

const secret = "whsec_torture";

/** The status with which a handler responds to a request. */
type Handle = (body: string, headers: IncomingHttpHeaders) => number;

/** Starts a server with a handler; an exception in it is a 500. Returns its address. */
async function start(handle: Handle): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    let status = 500;
    try {
      status = handle(Buffer.concat(chunks).toString(), request.headers);
    } catch {}
    response.writeHead(status).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
}

const verify = (body: string, headers: IncomingHttpHeaders) =>
  constructEvent(body, headers["x-vinr-signature"], headers["x-vinr-timestamp"], secret);

const good: Handle = (body, headers) => {
  try {
    verify(body, headers);
    return 204;
  } catch (error) {
    if (!isVinrError(error)) throw error;
    return 400;
  }
};

/** The names of the trials that a handler fails. */
async function failuresOf(handle: Handle): Promise<readonly string[]> {
  const results = await runTrials(new Receiver(new URL(await start(handle)), secret, { pause: 10 }));
  return results.filter(({ isPassed }) => !isPassed).map(({ name }) => name);
}

it("a handler that is built on the client passes, and the command says so", async () => {
  const run = new Run(["torture", await start(good), "--secret", secret]);
  expect([await run.ended, run.stderr]).toEqual([0, ""]);
  expect(run.stdout).toMatch(/^passed {2}a timestamp of ten minutes ago +4xx +400$/m);
  expect(run.stdout).toMatch(/^passed {2}ten copies at once +2xx +204 ×10$/m);
  expect(run.stdout).toMatch(/^The receiver passed all 23 trials\.$/m);
}, 30_000);

it("one that does not verify takes what anybody sends", async () => {
  expect(await failuresOf(() => 204)).toEqual([
    "a signature of another secret",
    "a body that was changed",
    "two signatures, neither right",
    "no signature",
    "a signature that is not one",
    "no timestamp",
    "a timestamp of ten minutes ago",
    "a timestamp in ten minutes",
    "an empty body",
    "a body of 1 MB with a wrong signature",
  ]);
}, 30_000);

it("one that ignores the timestamp takes what somebody has recorded", async () => {
  const ignoring: Handle = (body, headers) => {
    const [signature = "", timestamp = ""] = [headers["x-vinr-signature"], headers["x-vinr-timestamp"]].map(String);
    const hex = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
    return signature.split(",").includes(`v1=${hex}`) ? 204 : 400;
  };
  expect(await failuresOf(ignoring)).toEqual(["a timestamp of ten minutes ago", "a timestamp in ten minutes"]);
}, 30_000);

it("one that compares the whole header, and knows each event by heart, fails when a secret rotates or VINR changes", async () => {
  const strict: Handle = (body, headers) => {
    if (String(headers["x-vinr-signature"]).includes(",")) return 400;
    const status = good(body, headers);
    if (status === 204 && !["payment.created", "payment.completed"].includes(JSON.parse(body).type)) {
      throw new Error("unknown type of event");
    }
    return status;
  };
  expect(await failuresOf(strict)).toEqual([
    "a type of event that does not exist yet",
    "two signatures, the second one right",
  ]);
}, 30_000);

it("one with another secret fails at once, and the command prints why, for people and for scripts", async () => {
  const url = await start(good);
  const run = new Run(["torture", url, "--secret", "whsec_another"]);
  expect([await run.ended, run.stderr]).toEqual([1, "The receiver failed 1 of 1 trials.\n"]);
  expect(run.stdout).toContain("FAILED  a delivery  2xx            400");
  expect(run.stdout).toContain("Check the address and the secret.");
  const json = new Run(["torture", url, "--json"], { env: { VINR_WEBHOOK_SECRET: "whsec_another" } });
  expect(await json.ended).toBe(1);
  expect(JSON.parse(json.stdout)).toMatchObject({ passed: false, trials: [{ passed: false, reactions: [400] }] });
});

it("an address where nobody listens is told", async () => {
  const run = new Run(["torture", "http://127.0.0.1:1/webhooks", "--secret", secret]);
  expect([await run.ended, run.stdout]).toEqual([1, expect.stringContaining("cannot be reached")]);
});

it("whoever watches sees how far it is, and a script does not", async () => {
  const lines: (string | undefined)[] = [];
  const context = {
    env: { VINR_WEBHOOK_SECRET: secret },
    stdin: (async function* (): AsyncGenerator<Uint8Array> {})(),
    print: () => undefined,
    untilPrinted: async () => undefined,
    remark: () => undefined,
    showProgress: (line: string | undefined) => void lines.push(line),
  };
  const url = await start(() => 500);
  expect(await runCommand(torture, [url, "--json"], context)).toBe(1);
  expect(lines).toEqual([]);
  expect(await runCommand(torture, [url], context)).toBe(1);
  expect(lines).toEqual([expect.stringMatching(/^Trial 1 of 23: ./), undefined]);
});
