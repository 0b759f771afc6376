/** Whether a response to any request at all is one that the specification documents. */
import { type AjvSpec, operationPointers, parseText } from "./ajv-spec.ts";
import { errorFindings } from "./error-findings.ts";
import { createAjvJudge, type Received } from "./response-judge.ts";

export interface Requested {
  readonly method: string;
  /** From the first slash, with the query. */
  readonly target: string;
}

/** The statuses of requests that reach no operation, or are not read: documented by their codes, not by operations. */
const beforeOperations = new Set([404, 405, 406, 413, 415]);

const commonHeaders = ["X-Request-Id", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"];

export type DocumentedJudge = (requested: Requested, received: Received) => string[];

export function createDocumentedJudge(spec: AjvSpec): DocumentedJudge {
  const judge = createAjvJudge(spec);
  const find = operationFinder(spec);

  const headerProblems = ({ headers }: Received): string[] =>
    commonHeaders.flatMap((name) => {
      const { value } = spec.follow(`/components/headers/${name}/schema`);
      const parsed = parseText(headers.get(name) ?? "", value.type);
      return spec.problemsOf(`/components/headers/${name}/schema`, parsed).map((problem) => `${name}: ${problem}`);
    });
  const errorProblems = (received: Received): string[] => [
    ...errorFindings(spec, received).map(({ message }) => message),
    ...(received.headers.get("content-type") === "application/json" ? [] : ["it is not JSON"]),
  ];

  return ({ method, target }, received) => {
    const { status, text } = received;
    const problems = headerProblems(received);
    if (status >= 500) return [`it failed with ${status}`];
    if (method === "HEAD") return text === "" ? problems : [`HEAD has a body: ${text}`];
    if (method === "OPTIONS" && status === 204) return received.headers.has("allow") ? problems : ["Allow is missing"];
    if (status >= 400) problems.push(...errorProblems(received));
    if (beforeOperations.has(status)) return problems;
    const operationId = find(method, target);
    if (operationId === undefined) return [`${status}, but there is no such operation`];
    return [...problems, ...judge(operationId, received)];
  };
}

/** Finds the operation of a request by the specification's paths alone. */
function operationFinder({ document }: AjvSpec): (method: string, target: string) => string | undefined {
  const operations = [...operationPointers(document)].map(([operationId, pointer]) => {
    const [, , path = "", method = ""] = pointer.split("/");
    return { operationId, method, segments: path.replaceAll("~1", "/").split("/") };
  });
  return (method, target) => {
    // As a browser or a server reads it: without dot segments.
    const { pathname } = new URL(target, "http://localhost");
    const segments = pathname.replace(/^\/v1/, "").split("/");
    const matches = operations.filter(
      (operation) =>
        operation.method === method.toLowerCase() &&
        operation.segments.length === segments.length &&
        operation.segments.every((part, i) => part.startsWith("{") || part === decode(segments[i] ?? "")),
    );
    return matches[0]?.operationId;
  };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
