/**
 * Many accounts and webhook endpoints, of which a tenth never responds, on one process. `pnpm bench hosting` has ten thousand, and
 * tells how fast it is; here is only what has to hold at any speed.
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Vinr } from "@vinr/client";
import { expect, it, onTestFinished } from "vitest";
import { createSelfSigned } from "../../../client/test/self-signed.js";
import { Run } from "../testing/command.js";
import { newPayment } from "../testing/hosted.js";

const accounts = 200;
const endpoints = 40;
const rounds = 4;
const paymentsEachRound = 2;

/** The merchants' servers, at `/works/…` and `/hangs/…`. Returns the payments whose events have arrived. */
async function startMerchants() {
  const { key, cert } = createSelfSigned();
  const arrived = new Set<string>();
  let hanging = 0;
  const server = createServer({ key, cert }, async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    if (request.url?.startsWith("/hangs/")) {
      hanging += 1;
      return;
    }
    arrived.add(JSON.parse(body).data.object.id);
    response.writeHead(204).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const folder = await mkdtemp(join(tmpdir(), "vinr-load-"));
  await writeFile(join(folder, "ca.pem"), cert);
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true });
  });
  const { port } = server.address() as AddressInfo;
  return { url: `https://127.0.0.1:${port}`, ca: join(folder, "ca.pem"), arrived, countHanging: () => hanging };
}

async function startSandbox(ca: string) {
  const args = ["--port", "0", "--hosted", "--allow-network", "127.0.0.0/8", "--json"];
  const run = new Run(args, { env: { NODE_EXTRA_CA_CERTS: ca } });
  onTestFinished(() => void run.child.kill("SIGKILL"));
  await run.printed(/\n/);
  return { run, origin: String(JSON.parse(run.stdout).url) };
}

/** Does something for each item, ten at a time. */
async function forAll<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const rest = [...items];
  const one = async (): Promise<void> => {
    for (let item = rest.pop(); item !== undefined; item = rest.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: 10 }, one));
}

/** The resident memory of a process in bytes; undefined where the system does not tell it. */
function memoryOf(pid: number | undefined): number | undefined {
  if (process.platform !== "linux") return undefined;
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}

it("all get their responses and their deliveries, whoever else hangs, and memory stays where it was", async () => {
  const { url, ca, arrived, countHanging } = await startMerchants();
  const { run, origin } = await startSandbox(ca);
  const merchants = Array.from({ length: accounts }, (_, number) => {
    const secretKey = `sk_test_4fJ8sQ2nXv7LbT5yRk1W${number}`;
    const hangs = number % 10 === 9;
    const vinr = new Vinr({ secretKey, baseUrl: `${origin}/v1`, maxRetries: 0 });
    return {
      secretKey,
      vinr,
      hangs,
      endpoint: number < endpoints ? `${url}/${hangs ? "hangs" : "works"}/${number}` : undefined,
    };
  });
  const memory: (number | undefined)[] = [];
  for (let round = 0; round < rounds; round++) {
    const expected: string[] = [];
    await forAll(merchants, async ({ secretKey, vinr, hangs, endpoint }) => {
      // A reset leaves nothing, so that each round keeps as much as the first.
      const headers = { authorization: `Bearer ${secretKey}` };
      expect((await fetch(`${origin}/sandbox/resets`, { method: "POST", headers })).status).toBe(201);
      if (endpoint !== undefined) await vinr.webhooks.create({ url: endpoint, enabled_events: ["payment.created"] });
      for (let count = 0; count < paymentsEachRound; count++) {
        const { id } = await vinr.payments.create(newPayment);
        if (endpoint !== undefined && !hangs) expected.push(id);
      }
    });
    expect(expected).toHaveLength((endpoints - endpoints / 10) * paymentsEachRound);
    while (!expected.every((id) => arrived.has(id))) await sleep(50);
    memory.push(memoryOf(run.child.pid));
    arrived.clear();
  }
  expect(countHanging()).toBeGreaterThanOrEqual(endpoints / 10);
  await forAll(merchants, async ({ vinr }) =>
    expect((await vinr.payments.list()).data).toHaveLength(paymentsEachRound),
  );
  // Node itself takes tens of megabytes more before it collects; a round that was kept would show in each of the next.
  const [, second = 0, , last = 0] = memory;
  expect(last - second).toBeLessThan(64 * 1024 * 1024);
  expect(run.stderr).toBe("");
});
