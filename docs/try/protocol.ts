/** All that a page and the sandbox in its worker say to each other. */
import type { Event, Payment } from "@vinr/types";

/** A request to the merchant's API. */
export interface TryRequest {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  /** The path and the query, such as `/v1/payments?limit=25`. */
  readonly url: string;
  /** JSON as a reader wrote it, which may be broken; undefined where there is none. */
  readonly body?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

export interface TryResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** JSON with line breaks; empty where there is none. */
  readonly body: string;
}

/** Something that the validators found wrong with a request. */
export interface FieldIssue {
  /** Property names and indexes below the body, or the name of a parameter. */
  readonly path: readonly (number | string)[];
  readonly message: string;
}

/** An operation that is about to be run. */
export interface Target {
  readonly operationId: string;
  /** The path template, such as `/v1/payments/{id}`. */
  readonly path: string;
}

/** Values for an operation that fit the sandbox's state. */
export interface Prepared {
  /** For the path's `{id}`. */
  readonly id?: string | undefined;
  /** For a field or a filter that names a payment. */
  readonly payment?: string | undefined;
  /** The most that can be captured or refunded, in minor units. */
  readonly maxAmount?: number | undefined;
  /** A sentence about what had to be made first; undefined where all was there. */
  readonly made?: string | undefined;
}

/** A way to move the clock. */
export type ClockMove = "day" | "hour" | "settlement" | "three days";

/** The sandbox as a page shows it. */
export interface SandboxView {
  /** The account's time, in ISO 8601. */
  readonly now: string;
  /** The payment of which the last event tells. */
  readonly payment: Payment | undefined;
  /** The id of the newest settlement. */
  readonly settlement: string | undefined;
  /** The newest first, at most fifty. */
  readonly events: readonly Event[];
  readonly eventCount: number;
}

/** The sandbox's functions, each with one argument and one result. */
export interface SandboxActions {
  /** Looks, and changes nothing. */
  look(): Promise<SandboxView>;
  /** Finds objects that an operation can work on, and makes them where there are none. */
  prepare(target: Target): Promise<Prepared>;
  check(request: TryRequest): Promise<readonly FieldIssue[]>;
  send(request: TryRequest): Promise<TryResponse>;
  /** Pays at the checkout, with a test card. */
  pay(payment: { readonly id: string; readonly card: string }): Promise<void>;
  endChallenge(challenge: { readonly id: string; readonly isPassed: boolean }): Promise<void>;
  moveClock(move: ClockMove): Promise<void>;
  reset(): Promise<void>;
}

export type ActionName = keyof SandboxActions;
export type InputOf<Name extends ActionName> = Parameters<SandboxActions[Name]>[0];
export type ResultOf<Name extends ActionName> = Awaited<ReturnType<SandboxActions[Name]>>;

/** A message to the worker. The first one opens the sandbox; each gets one reply, which has its number. */
export type Message =
  | { readonly number: number; readonly action: "open"; readonly input: string | undefined }
  | {
      [Name in ActionName]: { readonly number: number; readonly action: Name; readonly input: InputOf<Name> };
    }[ActionName];

/** A reply of the worker: a result, and the sandbox after it where it may have changed; or why there is none. */
export type Reply =
  | { readonly number: number; readonly ok: true; readonly result: unknown; readonly state: SandboxState | undefined }
  | { readonly number: number; readonly ok: false; readonly problem: string };

export interface SandboxState {
  readonly view: SandboxView;
  /** Everything in the sandbox as JSON, to be opened again. */
  readonly snapshot: string;
}
