/** What the mock says when it says no, in the error body that the API documents. */
import { randomBytes } from "node:crypto";

/** A request that is refused: thrown anywhere while answering, turned into a response in one place. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly param?: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** The mock's own codes, each with the `type` it travels under. The table of all codes stands in the description. */
const typeByStatus: ReadonlyMap<number, string> = new Map([
  [401, "authentication_error"],
  [500, "api_error"],
]);

/** The documented error body. */
export function errorBody(refusal: Refusal, requestId: string): unknown {
  return {
    error: {
      type: typeByStatus.get(refusal.status) ?? "invalid_request_error",
      code: refusal.code,
      message: refusal.message,
      ...(refusal.param === undefined ? {} : { param: refusal.param }),
      request_id: requestId,
    },
  };
}

/** A fresh `req_…`, in the shape of all ids: a prefix, then letters and digits. */
export function newRequestId(): string {
  return `req_${randomBytes(10).toString("hex")}`;
}
