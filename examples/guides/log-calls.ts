import { Vinr, type VinrOptions } from "@vinr/client";

/** Creates a client that writes one line of JSON for each response and each failed call: no key, no header, no body. */
export function createLoggedClient(write: (line: string) => void, options: VinrOptions = {}): Vinr {
  const log = (entry: object): void => write(JSON.stringify({ time: new Date().toISOString(), ...entry }));
  return new Vinr({
    ...options,
    hooks: {
      onResponse: ({ call, attempt, status, requestId, duration }) =>
        log({ operation: call.operationId, key: call.idempotencyKey, attempt, status, requestId, duration }),
      onError: ({ call, attempt, error }) =>
        log({
          operation: call.operationId,
          key: call.idempotencyKey,
          attempt,
          code: error.code,
          requestId: error.requestId,
        }),
    },
  });
}
