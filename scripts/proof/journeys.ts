/** The journeys of `spec/journeys.arazzo.yaml`, through a relay that judges each response and plays everybody else. */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { parse } from "yaml";
import { asObject } from "../judge/ajv-spec.ts";
import { type JourneyResult, journeysFile, runJourneys } from "../run-journeys.ts";
import type { Need } from "./check.ts";
import type { ProofRequest } from "./client.ts";
import { type Departure, DepartureFound } from "./departures.ts";
import { createPaid } from "./recipes.ts";
import { redact } from "./redact.ts";
import type { Session } from "./session.ts";

export interface Relay {
  /** With the base path. */
  readonly url: string;
  /** The error that stopped the relay; undefined while it works. */
  readonly error: unknown;
  close(): Promise<void>;
}

/** The payment that one journey cancels: on a server with memory, another one that was authorized stands for it. */
const payment = "pay_4nV8xL1fH";
/** The settlement of the spec's examples: this amount less the fee is its net of 1742.63 euro. */
const settled = 176_758;

/** Journeys that need nobody else, and what they need of the key. The others need a customer, or a mock that pretends one. */
const alone: ReadonlyMap<string, readonly Need[]> = new Map([["registerWebhook", ["create"]]]);

/** The names of the journeys, in their order. */
export async function listJourneys(): Promise<readonly string[]> {
  const { workflows } = asObject(parse(await readFile(journeysFile, "utf8")));
  return Array.isArray(workflows) ? workflows.map((one) => String(asObject(one).workflowId)) : [];
}

export function needsOfJourney(name: string, { facts }: Session): readonly Need[] {
  return alone.get(name) ?? (facts.isMock ? ["create"] : ["create", "customer"]);
}

/** Sets the stage: what the journeys expect to have happened. Returns the id that stands for the authorized payment. */
export async function prepareJourneys(session: Session): Promise<string | undefined> {
  const { stage } = session.facts;
  if (stage === undefined) return undefined;
  await stage.toNextNoon();
  await createPaid(session, { amount: settled });
  await stage.advance({ days: 3 });
  const reserved = await createPaid(session, { amount: 5000, capture: false });
  // No check changes it before its journey.
  session.own.delete(reserved);
  return reserved;
}

/** Runs some journeys. What departs is kept in the session. */
export async function proveJourneys(
  session: Session,
  only: readonly string[],
  reserved: string | undefined,
): Promise<void> {
  const relay = await startRelay(session, reserved);
  try {
    const { results } = await runJourneys(relay.url, { only, run: session.run, checksResponses: false });
    if (relay.error instanceof DepartureFound) session.departures.keep(relay.error.departures);
    else if (relay.error !== undefined) throw relay.error;
    const source = await readFile(journeysFile, "utf8");
    session.departures.keep(results.flatMap((result) => departuresOf(session, result, source)));
  } finally {
    await relay.close();
  }
}

/**
 * Serves the server on trial on loopback: with the real key, within the budget, and judged. Its base path cannot be guessed: a page in
 * a browser of this machine finds the port, and would send requests with the key.
 */
export async function startRelay(session: Session, reserved: string | undefined): Promise<Relay> {
  let failure: unknown;
  const basePath = `/${randomUUID()}`;
  const server = createServer(async (request, response) => {
    if (!request.url?.startsWith(`${basePath}/`)) {
      response.writeHead(404).end();
      return;
    }
    request.url = request.url.slice(basePath.length);
    try {
      await relayOne(session, reserved, request, response);
    } catch (error) {
      failure ??= error;
      response.writeHead(502).end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    get error() {
      return failure;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function relayOne(
  session: Session,
  reserved: string | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { method = "GET", url = "/", headers } = incoming;
  const body = await text(incoming);
  const path = reserved === undefined ? url : url.replace(payment, reserved);
  await playEverybodyElse(session, path, String(headers.prefer ?? ""));
  const passed = ["idempotency-key", "prefer", "vinr-version"].flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  const request: ProofRequest = {
    operationId: findOperation(session, method, path),
    method,
    path,
    headers: Object.fromEntries(passed),
    body: body === "" ? undefined : body,
  };
  const response = await session.observe(request);
  const type = response.headers.get("content-type");
  outgoing.writeHead(response.status, type === null ? {} : { "content-type": type });
  outgoing.end(response.text);
}

function findOperation({ api }: Session, method: string, path: string): string {
  const [pathname = ""] = path.split("?");
  const found = api.operations.find(
    (one) =>
      one.method.toUpperCase() === method && new RegExp(`^${one.path.replace(/\{\w+\}/g, "[^/]+")}$`).test(pathname),
  );
  if (found === undefined) throw new TypeError(`No operation has ${method} ${pathname}.`);
  return found.operationId;
}

/** Does what the mock is asked to pretend: the customer pays, the bank challenges, and time passes. */
async function playEverybodyElse({ facts: { stage } }: Session, path: string, prefer: string): Promise<void> {
  const [, example] = /example=(\w+)/.exec(prefer) ?? [];
  const [, id = ""] = /\/payments\/(pay_\w+)$/.exec(path) ?? [];
  if (example === "succeeded") await stage?.advance({ hours: 1 });
  else if (example === "authorized") await stage?.pay(id);
  else if (example === "requiresAuthentication") await stage?.payWithChallenge(id);
  else if (example === "completed") await stage?.complete(id);
}

/** The steps that failed for a reason that is not known already. */
function departuresOf(session: Session, { workflowId, executedSteps }: JourneyResult, source: string): Departure[] {
  return executedSteps.flatMap(({ stepId, checks }) => {
    const failed = checks.find(({ status }) => status === "error");
    const { operation, line } = findStep(source, workflowId, stepId);
    if (failed === undefined || session.departures.isKnownOf(operation)) return [];
    return [
      {
        operation,
        check: `journey ${workflowId}`,
        says: redact(failed.condition ?? "the step succeeds", session.options.key),
        place: { file: "spec/journeys.arazzo.yaml", line, pointer: `/workflows/${workflowId}/${stepId}` },
        request: `the step ${stepId} of the journey ${workflowId}`,
        came: redact(failed.message.slice(0, 300), session.options.key),
      },
    ];
  });
}

/** The operation of a step, and the line of the step, in the text of the file. */
function findStep(source: string, workflowId: string, stepId: string): { operation: string; line: number } {
  const lines = source.split("\n");
  const start = lines.findIndex((line) => line.includes(`workflowId: ${workflowId}`));
  const at = lines.findIndex((line, index) => index > start && line.endsWith(`stepId: ${stepId}`));
  const [, operation = ""] = /operationId: \S+\.(\w+)$/m.exec(lines.slice(at).join("\n")) ?? [];
  return { operation, line: at + 1 };
}
