/** The checks share a session: the server, the facts about it, and the judge of each response. */
import fc, { type Arbitrary } from "fast-check";
import { AjvSpec, asObject, asText, type Finding, operationPointers, parseJson } from "../judge/ajv-spec.ts";
import { errorFindings } from "../judge/error-findings.ts";
import { createResponseFindings, type FindingsOf, type Received } from "../judge/response-judge.ts";
import type { Api, Operation } from "../model.ts";
import type { LoadedSpec } from "../read/document/load-spec.ts";
import { NoResponse, ProofClient, type ProofRequest, type ProofResponse } from "./client.ts";
import { DepartureFound, Departures, type Found, identityOf, KnownDeparture } from "./departures.ts";
import type { ProofOptions } from "./options.ts";
import type { Stage } from "./stage.ts";

/** Statuses of requests that reach no operation, or are not read: documented by their error codes. */
const beforeOperations = new Set([404, 405, 406, 413, 415]);
/** How often a failing request is made smaller, to show the smallest. */
const shrinks = 25;
/** How many departures one property tells of. */
const rounds = 5;
/** As many departures of one response, ids and names of headers are kept: who serves decides how many there are. */
const kept = { findings: 50, ids: 10_000, headers: 100 };
/** No id is longer, in characters. */
const longestId = 200;

/** The abilities of the server and of the key. */
export interface ServerFacts {
  /** Whether it does what the header `Prefer` asks for, which only a mock does, and remembers nothing. */
  readonly isMock: boolean;
  /** Whether objects may be created: with keys for tests alone. */
  readonly mayCreate: boolean;
  /** The customer, the bank and time, where the server has the sandbox's control API. */
  readonly stage: Stage | undefined;
}

export class Session {
  readonly api: Api;
  readonly client: ProofClient;
  readonly departures: Departures;
  readonly options: ProofOptions;
  /** Names of headers that neither the specification nor HTTP has: allowed, but worth a look. */
  readonly otherHeaders = new Set<string>();
  /** All ids that responses had. */
  readonly ids = new Set<string>();
  /** The ids of what this run created: nothing else is changed. */
  readonly own = new Set<string>();
  /** Cautious until the server is known. */
  facts: ServerFacts = { isMock: false, mayCreate: false, stage: undefined };
  readonly #spec: AjvSpec;
  readonly #findingsOf: FindingsOf;
  readonly #pointers: ReadonlyMap<string, string>;
  /** Makes the idempotency keys of a run new ones. */
  readonly #run = Date.now().toString(36);
  #keys = 0;

  constructor(spec: LoadedSpec, api: Api, options: ProofOptions) {
    this.api = api;
    this.options = options;
    this.client = new ProofClient(options);
    this.departures = new Departures(this.client, spec, options.key);
    this.#spec = new AjvSpec(spec.document);
    this.#findingsOf = createResponseFindings(this.#spec);
    this.#pointers = operationPointers(spec.document);
  }

  operation(operationId: string): Operation {
    const found = this.api.operations.find((one) => one.operationId === operationId);
    if (found === undefined) throw new TypeError(`There is no operation ${operationId}.`);
    return found;
  }

  /** The pointer of an operation, or of a part of it. */
  pointerOf(operationId: string, part = ""): string {
    return `${this.#pointers.get(operationId) ?? ""}${part}`;
  }

  newKey(): string {
    this.#keys += 1;
    return `proof-${this.#run}-${this.#keys}`;
  }

  /** The name of this run, which no other has. */
  get run(): string {
    return this.#run;
  }

  /**
   * Sends a request, and judges its response.
   *
   * @throws {DepartureFound} where it departs from the specification, or none comes.
   * @throws {KnownDeparture} where it departs as others did before.
   */
  async ask(request: ProofRequest): Promise<ProofResponse> {
    const { response, found } = await this.#send(request);
    if (found.length > 0) this.departures.depart(response, found);
    return response;
  }

  /** As `ask`, but keeps what departs and returns the response all the same. */
  async observe(request: ProofRequest): Promise<ProofResponse> {
    const { response, found } = await this.#send(request);
    try {
      if (found.length > 0) this.departures.depart(response, found);
    } catch (error) {
      if (error instanceof DepartureFound) this.departures.keep(error.departures);
    }
    return response;
  }

  /** @throws {DepartureFound} or {KnownDeparture}, unless something is as the specification says. */
  expect(isSo: boolean, response: ProofResponse, found: Found): void {
    if (!isSo) this.departures.depart(response, [found]);
  }

  /** As `expect`, of the status of a response. */
  expectStatus(response: ProofResponse, statuses: readonly number[], says: string): void {
    const { request, status, text } = response;
    const pointer = this.pointerOf(request.operationId, "/responses");
    this.expect(statuses.includes(status), response, { pointer, says, came: parseJson(text) });
  }

  /** Tries a property with values that the seed decides. What departs is kept, with the smallest request that shows it. */
  async tryProperty<T>(values: Arbitrary<T>, attempt: (value: T) => Promise<void>, runs = this.options.runs) {
    for (let round = 0; round < rounds; round++) {
      const found = await this.#findDeparture(values, attempt, runs);
      if (found === undefined) return;
      this.departures.keep(found.departures);
    }
  }

  /** Tries something once. */
  async tryOnce(attempt: () => Promise<void>): Promise<void> {
    await this.tryProperty(fc.constant(undefined), attempt, 1);
  }

  async #send(request: ProofRequest): Promise<{ response: ProofResponse; found: readonly Found[] }> {
    const found: Found[] = [];
    try {
      const response = await this.client.send(request, (received) => found.push(...this.#judge(request, received)));
      if (response.status >= 500) found.push(failure(this.pointerOf(request.operationId), response));
      this.#learn(response);
      return { response, found };
    } catch (error) {
      if (error instanceof NoResponse) throw this.departures.ofSilence(error, this.pointerOf(request.operationId));
      throw error;
    }
  }

  async #findDeparture<T>(values: Arbitrary<T>, attempt: (value: T) => Promise<void>, runs: number) {
    let smallest: DepartureFound | undefined;
    let unexpected: unknown;
    let left = shrinks;
    const predicate = async (value: T): Promise<boolean> => {
      if (unexpected !== undefined || (smallest !== undefined && left-- <= 0)) return true;
      try {
        await attempt(value);
        return true;
      } catch (error) {
        if (error instanceof KnownDeparture) return true;
        if (!(error instanceof DepartureFound)) {
          unexpected = error;
          return true;
        }
        if (smallest !== undefined && !isSame(smallest, error)) return true;
        smallest = error;
        return false;
      }
    };
    const { seed } = this.options;
    await fc.check(fc.asyncProperty(values, predicate), { seed, numRuns: runs });
    if (unexpected !== undefined) {
      if (smallest !== undefined) this.departures.keep(smallest.departures);
      throw unexpected;
    }
    return smallest;
  }

  #judge({ operationId, method }: ProofRequest, received: Received): Found[] {
    const { status, headers } = received;
    const isOfOperation = !["HEAD", "OPTIONS"].includes(method) && status !== 405;
    const operation = this.operation(operationId);
    const documented = operation.responses.some((response) => response.status === String(status));
    const findings: Finding[] = [];
    // A path that leads to no operation has no documented responses.
    if (isOfOperation && (documented || !beforeOperations.has(status) || !this.#hasErrorCode(received))) {
      findings.push(...this.#findingsOf(operationId, received));
    }
    if (status >= 400 && method !== "HEAD" && (documented || beforeOperations.has(status))) {
      const known = new Set(findings.map(nameOf));
      findings.push(...errorFindings(this.#spec, received).filter((one) => !known.has(nameOf(one))));
    }
    for (const name of headers.keys()) if (/^x-/.test(name)) this.#noteHeader(name);
    return findings.slice(0, kept.findings).map(({ pointer, message, came }) => ({ pointer, says: message, came }));
  }

  #noteHeader(name: string): void {
    if (this.otherHeaders.size < kept.headers && !this.#isDocumented(name)) this.otherHeaders.add(name.slice(0, 100));
  }

  #hasErrorCode({ text }: Received): boolean {
    return this.api.errorCodes.has(asText(asObject(asObject(parseJson(text)).error).code));
  }

  #isDocumented(name: string): boolean {
    return this.api.operations.some(({ responses }) =>
      responses.some(({ headers }) => [...headers.keys()].some((one) => one.toLowerCase() === name)),
    );
  }

  #learn({ request, status, text }: ProofResponse): void {
    if (status >= 300 || request.authorization !== undefined) return;
    const body = asObject(parseJson(text));
    const objects = Array.isArray(body.data) ? body.data.map(asObject) : [body];
    for (const { id } of objects) if (isId(id) && this.ids.size < kept.ids) this.ids.add(id);
    if (request.method === "POST" && isId(body.id)) this.own.add(body.id);
  }
}

function failure(pointer: string, { status, text }: Received): Found {
  return { pointer, says: `the request has nothing wrong that explains ${status}`, came: parseJson(text) ?? text };
}

function isSame(one: DepartureFound, other: DepartureFound): boolean {
  const [first] = one.departures;
  const [second] = other.departures;
  return first !== undefined && second !== undefined && identityOf(first) === identityOf(second);
}

function nameOf({ pointer, message }: Finding): string {
  return `${pointer} ${message}`;
}

function isId(value: unknown): value is string {
  return typeof value === "string" && value.length <= longestId;
}
