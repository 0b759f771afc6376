/** Runs all checks and journeys against a server. */

import path from "node:path";
import { asObject, asText, parseJson } from "../judge/ajv-spec.ts";
import { specFolder } from "../measure/tools.ts";
import type { Api } from "../model.ts";
import { type LoadedSpec, loadSpec } from "../read/document/load-spec.ts";
import { buildModel } from "../read/model/build-model.ts";
import { type Check, reasonToSkip } from "./check.ts";
import { idempotencyChecks } from "./checks/idempotency.ts";
import { listChecks } from "./checks/lists.ts";
import { methodChecks } from "./checks/methods.ts";
import { paymentChecks } from "./checks/payments.ts";
import { requestChecks } from "./checks/requests.ts";
import { settlementChecks } from "./checks/settlements.ts";
import { NoResponse, type ProofRequest, Stopped } from "./client.ts";
import { listJourneys, needsOfJourney, prepareJourneys, proveJourneys } from "./journeys.ts";
import { isLive, type ProofOptions, UsageError } from "./options.ts";
import { redact } from "./redact.ts";
import type { Outcome, Report } from "./report.ts";
import { Session } from "./session.ts";
import { Stage, StageError } from "./stage.ts";

/** Tells how far a run is. */
export type OnProgress = (done: number, total: number, requests: number, name: string) => void;

/** The conditions of a run, besides its options. */
export interface Conditions {
  readonly onProgress?: OnProgress | undefined;
  /** Default: it is read. */
  readonly spec?: LoadedSpec;
}

/**
 * Tries a server, and returns what departs.
 *
 * @throws {UsageError} where there is nothing to try: no server, another API, or a key that is not accepted.
 */
export async function runProof(options: ProofOptions, conditions: Conditions = {}): Promise<Report> {
  const { onProgress = () => {}, spec = await loadSpec(path.join(specFolder, "openapi.yaml")) } = conditions;
  const api = buildModel(spec);
  const session = new Session({ ...spec, file: "spec/openapi.yaml" }, api, options);
  await learnFacts(session);
  const outcomes: Outcome[] = [];
  const checks = inOrder([...checksOf(api), ...(await journeyChecks(session))]);
  let stopped: string | undefined;
  for (const [index, check] of checks.entries()) {
    onProgress(index, checks.length, session.client.count, `${check.name}, ${check.operation}`);
    const outcome = await runCheck(check, session, stopped);
    if (outcome.stopped !== undefined) stopped = outcome.stopped;
    outcomes.push(outcome);
  }
  const leftBehind = await cleanUp(session);
  onProgress(checks.length, checks.length, session.client.count, "done");
  return reportOf(session, outcomes, { stopped, leftBehind });
}

/** All checks but the journeys. Those that make objects come first, so that there is something to read. */
function checksOf(api: Api): Check[] {
  return [
    ...paymentChecks(),
    ...idempotencyChecks(api),
    ...requestChecks(api),
    ...listChecks(api),
    ...settlementChecks(),
    ...methodChecks(api),
  ];
}

/** Webhook endpoints come last: each event is delivered to all that there are, and events are late for it. */
function inOrder(checks: readonly Check[]): Check[] {
  const isLast = ({ operation }: Check) => (operation.includes("WebhookEndpoint") ? 1 : 0);
  return [...checks].sort((a, b) => isLast(a) - isLast(b));
}

/** The stage is set before everything else, so that settlements are there to be read. */
async function journeyChecks(session: Session): Promise<Check[]> {
  let [reserved, isSet]: [string | undefined, boolean] = [undefined, false];
  let reason = "what the journeys begin with could not be made, because of what departs";
  session.departures.check = "what the journeys begin with";
  try {
    await session.tryOnce(async () => {
      reserved = await prepareJourneys(session);
      isSet = true;
    });
  } catch (error) {
    if (!(error instanceof StageError || error instanceof NoResponse || error instanceof Stopped)) throw error;
    reason = error.message;
  }
  const checks = (await listJourneys()).map((name) => ({ name, needs: needsOfJourney(name, session) }));
  const possible = checks.filter((check) => reasonToSkip(check, session) === undefined).map(({ name }) => name);
  // The program that runs them takes seconds to start: once is enough.
  let run: Promise<void> | undefined;
  return checks.map(({ name, needs }) => ({
    name: "journeys succeed",
    operation: name,
    needs,
    async run() {
      if (session.options.skipsJourneys) return "--skip-journeys was given";
      if (!isSet) return reason;
      run ??= proveJourneys(session, possible, reserved);
      await run;
      return undefined;
    },
  }));
}

async function runCheck(check: Check, session: Session, stopped: string | undefined): Promise<Outcome> {
  const { name, operation } = check;
  const before = { requests: session.client.count, departures: session.departures.all.length };
  let skipped = stopped ?? reasonToSkip(check, session);
  let stop: string | undefined;
  if (skipped === undefined) {
    session.departures.check = name;
    try {
      skipped = await check.run(session);
    } catch (error) {
      skipped = reasonOf(error);
      if (error instanceof Stopped) stop = redact(skipped, session.options.key);
    }
  }
  const requests = session.client.count - before.requests;
  const departures = session.departures.all.length - before.departures;
  // It may quote the server.
  if (skipped !== undefined) skipped = redact(skipped, session.options.key);
  return { name, operation, requests, departures, skipped, ...(stop !== undefined && { stopped: stop }) };
}

/** Why a check ended early. Any other error is one of this program. */
function reasonOf(error: unknown): string {
  if (error instanceof Stopped || error instanceof StageError || error instanceof NoResponse) return error.message;
  throw error;
}

/** Finds out what the server is, before anything is judged. */
async function learnFacts(session: Session): Promise<void> {
  const list: ProofRequest = { operationId: "listPayments", method: "GET", path: "/payments?limit=1" };
  await assertServed(session, list);
  // Only a mock does what this header asks for: the API ignores it.
  const preferred = await session.client.send({ ...list, headers: { Prefer: "code=403" } });
  const isMock = preferred.status === 403;
  const mayCreate = !isLive(session.options.key);
  const hasStage = mayCreate && !isMock && session.options.key.startsWith("sk_");
  session.facts = { isMock, mayCreate, stage: hasStage ? await Stage.find(session.client) : undefined };
}

async function assertServed({ client, options }: Session, request: ProofRequest): Promise<void> {
  const response = await client.send(request).catch((error: unknown) => {
    if (!(error instanceof NoResponse || error instanceof Stopped)) throw error;
    throw new UsageError(`${client.server} cannot be tried: ${redact(error.message, options.key)}.`);
  });
  const { status, text } = response;
  const { code } = asObject(asObject(parseJson(text)).error);
  if (status === 401) {
    const told = redact(asText(code), options.key).slice(0, 100);
    throw new UsageError(`${client.server} does not accept the key: 401 ${told}.`);
  }
  if (status === 404 || parseJson(text) === undefined) {
    throw new UsageError(
      `${client.server} responded to GET /payments with ${status}, and not as the VINR API does. Does --server end with its base path, /v1?`,
    );
  }
}

/** Deletes the webhook endpoints of this run; payments cannot be deleted. Returns those that are left. */
async function cleanUp(session: Session): Promise<readonly string[]> {
  const endpoints = [...session.own].filter((id) => id.startsWith("we_"));
  session.client.extend(endpoints.length);
  const left: string[] = [];
  for (const id of endpoints) {
    const request = { operationId: "deleteWebhookEndpoint", method: "DELETE", path: `/webhooks/${id}` };
    const status = await session.client.send(request).then(
      ({ status }) => status,
      () => 0,
    );
    if (status !== 204 && status !== 404) left.push(redact(id, session.options.key));
  }
  return left;
}

function reportOf(
  session: Session,
  outcomes: readonly Outcome[],
  end: { readonly stopped: string | undefined; readonly leftBehind: readonly string[] },
): Report {
  const { server, seed, runs } = session.options;
  const { isMock, mayCreate, stage } = session.facts;
  return {
    server,
    kind: isMock ? "mock" : stage === undefined ? "api" : "sandbox",
    readsOnly: !mayCreate,
    seed,
    runs,
    requests: session.client.count,
    passed: session.departures.all.length === 0 && end.stopped === undefined,
    stopped: end.stopped,
    departures: session.departures.all,
    outcomes: outcomes.map(({ stopped: _, ...outcome }) => outcome),
    otherHeaders: [...session.otherHeaders].sort(),
    leftBehind: end.leftBehind,
  };
}
