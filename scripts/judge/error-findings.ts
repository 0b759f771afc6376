import { type AjvSpec, asObject, asText, type Finding, parseJson } from "./ajv-spec.ts";
import type { Received } from "./response-judge.ts";

const table = "/components/schemas/ErrorCode";

/** Judges the body of an error: it is an `ErrorResponse`, its code is documented, and has its status and type. */
export function errorFindings(spec: AjvSpec, { status, headers, text }: Received): Finding[] {
  const body = parseJson(text);
  if (body === undefined) {
    return [{ pointer: "/components/schemas/ErrorResponse", message: "the body of the error is not JSON", came: text }];
  }
  const { code, type, request_id } = asObject(asObject(body).error);
  const codes = asObject(spec.follow(table).value["x-error-codes"]);
  const documented = asObject(typeof code === "string" && Object.hasOwn(codes, code) ? codes[code] : undefined);
  const findings = spec.findingsOf("/components/schemas/ErrorResponse", body);
  if (documented.status !== status || documented.type !== type) {
    const message = `the error code ${asText(code)} is not documented as ${status} ${asText(type)}`;
    findings.push({ pointer: `${table}/x-error-codes`, message, came: code });
  }
  if (request_id !== headers.get("x-request-id")) {
    const message = "error.request_id is not the X-Request-Id of the response";
    findings.push({ pointer: "/components/headers/X-Request-Id", message, came: request_id });
  }
  return findings;
}
