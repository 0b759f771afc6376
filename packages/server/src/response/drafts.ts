import type { RejectedRequest } from "@vinr/validators";
import { ownProperties } from "../own-properties.js";
import { type ApiError, errorBody } from "./api-error.js";

/** A response before the headers that all have in common. */
export interface Draft {
  readonly status: number;
  /** JSON text; undefined where there is no body. */
  readonly body: string | undefined;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Whether a server may end a request with the status: 1xx is not an end, and 600 not a status (RFC 9110, section 15). */
export function canSend(status: number): boolean {
  return Number.isInteger(status) && status >= 200 && status <= 599;
}

/** Whether responses of the status have no body, whatever is returned (RFC 9110, section 6.4.1). */
export function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

export function errorDraft(error: ApiError, requestId: string): Draft {
  return { status: error.status, body: JSON.stringify(errorBody(error, requestId)), headers: error.headers };
}

/** Every path has OPTIONS, whatever else it has. */
export function rejectionDraft(rejected: RejectedRequest): Draft {
  const { status, headers, body } = ownProperties(rejected);
  const allow = headers === undefined ? {} : { allow: `${headers.allow}, OPTIONS` };
  return { status, body: JSON.stringify(body), headers: allow };
}

/** The response to OPTIONS: the methods of the path, or that there is no such path. */
export function optionsDraft(rejected: RejectedRequest): Draft {
  const draft = rejectionDraft(rejected);
  return rejected.status === 405 ? { status: 204, body: undefined, headers: draft.headers } : draft;
}
