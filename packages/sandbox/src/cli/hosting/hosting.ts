/** Decides what protects a server that others can reach. */
import { randomBytes } from "node:crypto";
import { ownProperties } from "@vinr/server/internal";
import type { Quotas } from "../../account/quotas.js";
import type { CommandOptions } from "../options.js";
import { isPrivate } from "../served-names.js";
import { hostedLimits, type Limits } from "./limits.js";

/** The fewest random letters and digits that nobody can guess. */
const shortestName = 20;

/** How a server treats those who reach it. */
export interface Hosting {
  /** Whether those who reach the server are not trusted. */
  readonly isHosted: boolean;
  /** All that is bounded. */
  readonly limits: Partial<Limits>;
  readonly quotas: Partial<Quotas> | undefined;
  /** The fewest letters and digits of an account's name; undefined: one. */
  readonly shortestName: number | undefined;
  /** Whether the window shows an account to those who have no key. */
  readonly hasOpenAccount: boolean;
}

export function decideHosting(options: Pick<CommandOptions, "host" | "isHosted" | "limits" | "publicUrl">): Hosting {
  const isOwn = isPrivate(options);
  const isHosted = options.isHosted ?? !isOwn;
  const limits: Partial<Limits> = ownProperties({ ...(isHosted ? hostedLimits : {}), ...options.limits });
  return {
    isHosted,
    limits,
    quotas: quotasOf(limits),
    shortestName: isHosted ? shortestName : undefined,
    hasOpenAccount: isOwn && !isHosted,
  };
}

function quotasOf({ payments, webhookEndpoints, bytes, memory }: Partial<Limits>): Partial<Quotas> | undefined {
  const given = Object.entries({ payments, webhookEndpoints, bytes }).filter(([, value]) => value !== undefined);
  // The limit of memory needs the count of bytes, too.
  return given.length === 0 && memory === undefined ? undefined : ownProperties(Object.fromEntries(given));
}

/** A seed that nobody knows: public ids are hashes with it, and it decides the secret of `--forward-to`. */
export function createSecretSeed(): string {
  return randomBytes(16).toString("hex");
}

/** A key to start with, which nobody can guess. */
export function createExampleKey(): string {
  return `sk_test_${randomBytes(16).toString("hex")}`;
}
