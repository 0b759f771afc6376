import type { OperationId } from "./generated/responses.js";
import type { Caller, PartialOperations } from "./operations.js";
import type { RequestContext, Settings } from "./options.js";
import type { RateLimit } from "./rate-limit/rate-limiter.js";
import type { Spec } from "./spec.js";

/** The specification, its implemented operations, and the settings. */
export interface Server<Who extends Caller, Transaction> {
  readonly spec: Spec;
  readonly operations: PartialOperations<Who, Transaction>;
  readonly settings: Settings<Who, Transaction>;
}

/** One request, and what is known of it so far. */
export interface RequestState extends RequestContext {
  operationId: OperationId | undefined;
  /** Undefined until the caller is known. */
  rateLimit: RateLimit | undefined;
}

/** Reports an error to the host. A failure to report it must not fail the request. */
export function tell(
  { settings }: { readonly settings: { readonly onError: (error: unknown, context: RequestContext) => unknown } },
  { requestId, operationId, request }: RequestState,
  error: unknown,
): void {
  try {
    const told = settings.onError(error, { requestId, operationId, request });
    if (told instanceof Promise) told.catch(() => undefined);
  } catch {}
}
