/**
 * `pnpm bench hosting [MINUTES] [ACCOUNTS] [ENDPOINTS]`: what one process holds that others can reach. 10,000 accounts make payments
 * for two minutes; 1,000 of them have a webhook endpoint, of which a tenth never responds. Thirty minutes show whether memory grows.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { table, write } from "../shared/report.js";
import { Client, Merchant } from "./merchants.js";
import { createCertificate, startReceiver } from "./receiver.js";
import { startSandbox } from "./start-sandbox.js";

const [minutes = 2, accounts = 10_000, endpoints = 1_000] = process.argv.slice(2).map(Number);
/** So many merchants act at once. They rest in between, in milliseconds, as long as a server that is in use needs to be itself. */
const workers = 8;
const rest = 25;
const probeSeconds = 20;

const certificate = createCertificate();
const receiver = await startReceiver(certificate, (number, id) => merchants[number]?.arrive(id));
const sandbox = await startSandbox(certificate.certFile);
const client = new Client(sandbox.origin);
const merchants = Array.from({ length: accounts }, (_, number) => new Merchant(client, endpointOf(number)));
const probe = new Merchant(client);

/** The first accounts have an endpoint; every tenth of those never responds. */
function endpointOf(number) {
  if (number >= endpoints) return undefined;
  return `${receiver}/${number % 10 === 9 ? "hangs" : "works"}/${number}`;
}

/** Asks like a customer's server, one request after another, until a moment. Returns milliseconds of each kind. */
async function measure(until) {
  const [create, retrieve] = [[], []];
  while (performance.now() < until) {
    const times = await probe.probe();
    create.push(times.create);
    retrieve.push(times.retrieve);
    if (create.length % 100 === 0) await probe.reset();
    await sleep(5);
  }
  return { create, retrieve };
}

/** Lets merchants act, in no order, until a moment. */
async function act(until) {
  const one = async () => {
    while (performance.now() < until) {
      // Every other time one with an endpoint, although they are few.
      const range = Math.random() < 0.5 ? endpoints : accounts;
      await merchants[Math.floor(Math.random() * range)].act();
      await sleep(rest);
    }
  };
  await Promise.all(Array.from({ length: workers }, one));
}

/** The process's memory at ten moments. */
async function watchMemory(milliseconds) {
  const memory = [];
  for (let turn = 0; turn < 10; turn++) {
    await sleep(milliseconds / 10);
    memory.push(sandbox.memory());
  }
  return memory;
}

/** The result of work, and the server's CPU time for each request meanwhile, in milliseconds. */
async function withCpu(work) {
  const [cpu, count] = [sandbox.cpu(), client.count];
  const result = await work();
  return [result, (sandbox.cpu() - cpu) / (client.count - count)];
}

const quantile = (values, share) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)}`;

await measure(performance.now() + 5_000);
const [idle, idleCpu] = await withCpu(() => measure(performance.now() + probeSeconds * 1000));
for (let first = 0; first < accounts; first += 50) {
  await Promise.all(merchants.slice(first, first + 50).map((one) => one.open().then(() => one.act())));
}
const until = performance.now() + minutes * 60_000;
const [[loaded, memory], loadedCpu] = await withCpu(() =>
  Promise.all([measure(until), watchMemory(minutes * 60_000), act(until)]),
);
const sum = (count) => merchants.reduce((total, merchant) => total + count(merchant), 0);
const underWay = sum(({ waiting }) => waiting.size);
// What was made last arrives soon; what has failed, in the next minute.
for (let tries = 0; tries < 180 && merchants.some(({ waiting }) => waiting.size > 0); tries++) await sleep(500);
const missing = sum(({ waiting }) => waiting.size);
const errors = new Map();
for (const merchant of merchants.filter(({ waiting, hangs }) => waiting.size > 0 && !hangs)) {
  for (const error of await merchant.readErrors()) errors.set(error, (errors.get(error) ?? 0) + 1);
}
if (errors.size > 0) console.error(errors);

const ratio = (name, share) => (quantile(loaded[name], share) / quantile(idle[name], share)).toFixed(2);
const responses = [...client.statuses].sort().map(([status, count]) => `${count} × ${status}`);
await write(
  "hosting",
  [
    `One process in memory, others can reach it: ${accounts} accounts, ${endpoints} webhook endpoints over TLS of which a tenth never responds, ${minutes} minutes. The probe makes and reads a payment of another account; its times against those of the same process before anybody else came:`,
    table(
      ["", "median", "p99"],
      ["create", "retrieve"].map((name) => [name, ratio(name, 0.5), ratio(name, 0.99)]),
    ),
    `Responses: ${responses.join(", ")}. Deliveries: ${sum(({ arrivals }) => arrivals)} arrived, ${sum(({ repeated }) => repeated)} of them once more; ${underWay} were under way at the end, ${missing} never arrived.`,
    `The server's CPU time for a request, its deliveries over TLS included: ${(loadedCpu / idleCpu).toFixed(2)} times the idle one of ${idleCpu.toFixed(2)} ms.`,
    `Memory at each tenth of the time, in MB: ${memory.map(megabytes).join(", ")}.`,
  ].join("\n\n"),
);
await sandbox.stop();
process.exit(missing === 0 ? 0 : 1);
