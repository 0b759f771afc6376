import type { Context, Hono } from "hono";
import type { Account } from "../../account/account.js";
import { withAccount } from "../../account/with-account.js";
import type { World } from "../../account/world.js";
import type { Store } from "../../store/store.js";
import type { Apis, Form } from "./actions.js";
import type { Recording } from "./recording/recording.js";

/** The parts of the server that the window shows. */
export interface WindowOptions {
  /** The store itself: looking does not count as a change. */
  readonly store: Store;
  readonly world: World;
  readonly apis: Apis;
  readonly recording: Recording;
  /** The account shown to anyone without a key. Undefined: none. */
  readonly openAccount: string | undefined;
  /** The server's public address, if a proxy in front of it has another one. */
  readonly publicUrl: string | undefined;
  /** Called with errors of the window itself. */
  readonly onError: (error: unknown) => void;
}

/** A request so far: its account, and the form that it sent. */
interface Env {
  Variables: { account: string; form: Form };
}

export type Visit = Context<Env>;
export type WindowApp = Hono<Env>;

/** Looks at an account. */
export function look<T>(
  { store, world }: WindowOptions,
  account: string,
  work: (account: Account) => Promise<T>,
): Promise<T> {
  return withAccount(store, world, account, work);
}
