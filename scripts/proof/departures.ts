import { asText } from "../judge/ajv-spec.ts";
import type { Place } from "../model.ts";
import type { NoResponse, ProofClient, ProofResponse } from "./client.ts";
import { redact } from "./redact.ts";

/** One thing in which the server departs from the specification. */
export interface Departure {
  readonly operation: string;
  /** The check that found it. */
  readonly check: string;
  /** In which way it departs, by the specification. */
  readonly says: string;
  /** Where the specification says so. */
  readonly place: { readonly file: string; readonly line: number; readonly pointer: string };
  /** A command that repeats the request, with the key in a variable. */
  readonly request: string;
  /** The part of the response that is otherwise; secrets are left out. */
  readonly came: string;
}

/** A finding of a check, before its line in the specification is known. */
export interface Found {
  readonly pointer: string;
  readonly says: string;
  readonly came: unknown;
}

/** A departure, thrown to end the run of a property. */
export class DepartureFound extends Error {
  override readonly name = "DepartureFound";
  readonly departures: readonly Departure[];

  constructor(departures: readonly [Departure, ...Departure[]]) {
    super(departures[0].says);
    this.departures = departures;
  }
}

/** A run of a property met only departures that are known already: what follows from them is not told of again. */
export class KnownDeparture extends Error {
  override readonly name = "KnownDeparture";
}

/** Whether two departures are one: the same operation departs from the same place in the same way. */
export function identityOf({ operation, says, place }: Departure): string {
  // Which item of a list departs is chance.
  return `${operation} ${place.pointer} ${says.replace(/\/\d+\b/g, "/*")}`;
}

/** Turns what was found into departures, and remembers those that are known. */
export class Departures {
  readonly all: Departure[] = [];
  readonly #known = new Set<string>();
  readonly #client: ProofClient;
  readonly #placeOf: (pointer: string) => Place;
  readonly #file: string;
  readonly #key: string;
  /** The check that runs now. */
  check = "";

  constructor(client: ProofClient, spec: { placeOf: (pointer: string) => Place; file: string }, key: string) {
    this.#client = client;
    this.#placeOf = spec.placeOf;
    this.#file = spec.file;
    this.#key = key;
  }

  /** @throws {DepartureFound} for those that are new, and {KnownDeparture} where none is. */
  depart(response: ProofResponse, found: readonly Found[]): never {
    const { request, status } = response;
    const [first, ...rest] = found
      .map((one) => this.#departure(request.operationId, this.#client.curlOf(request), one, `${status}`))
      .filter((one) => !this.#known.has(identityOf(one)));
    if (first === undefined) throw new KnownDeparture("known");
    throw new DepartureFound([first, ...rest]);
  }

  /** The departure of a server that did not respond. */
  ofSilence({ request, message }: NoResponse, pointer: string): DepartureFound {
    const found = { pointer, says: "there is a response", came: message };
    return new DepartureFound([this.#departure(request.operationId, this.#client.curlOf(request), found, "none")]);
  }

  /** Keeps new departures for the report. */
  keep(departures: readonly Departure[]): void {
    for (const departure of departures) {
      if (this.#known.has(identityOf(departure))) continue;
      this.#known.add(identityOf(departure));
      this.all.push(departure);
    }
  }

  isKnownOf(operation: string): boolean {
    return this.all.some((departure) => departure.operation === operation);
  }

  #departure(operation: string, request: string, { pointer, says, came }: Found, status: string): Departure {
    const { line } = this.#placeOf(pointer);
    const text = typeof came === "string" ? JSON.stringify(came) : asText(came);
    return {
      operation,
      check: this.check,
      says: redact(says, this.#key),
      place: { file: this.#file, line, pointer },
      request: redact(request, this.#key),
      came: redact(`${status}: ${text.length > 300 ? `${text.slice(0, 300)}…` : text}`, this.#key),
    };
  }
}
