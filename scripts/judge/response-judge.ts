/** ajv's verdict on responses, by the bundled specification and nothing of ours. */
import { type AjvSpec, asObject, type Finding, operationPointers, parseJson, parseText } from "./ajv-spec.ts";

/** A response as it came over the network. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Says what is wrong with a response of an operation; an empty list if nothing is. */
export type Judge = (operationId: string, received: Received) => string[];

/** As a `Judge`, with the places in the specification. */
export type FindingsOf = (operationId: string, received: Received) => Finding[];

/** Headers of HTTP itself, which a specification does not document for each response. */
const ofHttp = new Set([
  "allow",
  "cache-control",
  "connection",
  "content-length",
  "content-type",
  "date",
  "keep-alive",
  "retry-after",
  "transfer-encoding",
  "www-authenticate",
]);

/** Makes ajv the judge of responses: of their statuses, headers and bodies. No other header than the documented may be there. */
export function createAjvJudge(spec: AjvSpec): Judge {
  const findingsOf = createResponseFindings(spec);
  return (operationId, received) => [
    ...findingsOf(operationId, received).map(({ message }) => message),
    ...undocumentedHeaders(spec, operationId, received).map((name) => `the header ${name} is not documented`),
  ];
}

/** Finds what departs in a response; a header that is not documented is not a departure. */
export function createResponseFindings(spec: AjvSpec): FindingsOf {
  const operations = operationPointers(spec.document);
  return (operationId, received) => {
    const pointer = `${operations.get(operationId)}/responses`;
    const { status } = received;
    if (!Object.hasOwn(asObject(spec.follow(pointer).value), status)) {
      return [{ pointer, message: `the status ${status} is not documented`, came: status }];
    }
    const response = spec.follow(`${pointer}/${status}`);
    return [...headerFindings(spec, response, received), ...bodyFindings(spec, response, received)];
  };
}

type Response = ReturnType<AjvSpec["follow"]>;

/** The headers that neither the documented response nor HTTP itself has; none where the status is not documented. */
function undocumentedHeaders(spec: AjvSpec, operationId: string, { status, headers }: Received): string[] {
  const pointer = `${operationPointers(spec.document).get(operationId)}/responses`;
  if (!Object.hasOwn(asObject(spec.follow(pointer).value), status)) return [];
  const documented = Object.keys(asObject(spec.follow(`${pointer}/${status}`).value.headers));
  const known = new Set(documented.map((name) => name.toLowerCase()));
  return [...headers.keys()].filter((name) => !known.has(name) && !ofHttp.has(name));
}

function headerFindings(spec: AjvSpec, { pointer, value }: Response, { headers }: Received): Finding[] {
  return Object.keys(asObject(value.headers)).flatMap((name) => {
    const header = spec.follow(`${pointer}/headers/${name}`);
    const text = headers.get(name);
    if (text === null) {
      if (header.value.required !== true) return [];
      return [{ pointer: header.pointer, message: `the header ${name} is missing`, came: undefined }];
    }
    const schema = spec.follow(`${header.pointer}/schema`);
    const found = spec.findingsOf(schema.pointer, parseText(text, schema.value.type));
    return found.map((finding) => ({ ...finding, message: `${name}: ${finding.message}` }));
  });
}

function bodyFindings(spec: AjvSpec, { pointer, value }: Response, { headers, text }: Received): Finding[] {
  const type = headers.get("content-type");
  if (value.content === undefined) {
    if (text === "" && type === null) return [];
    return [{ pointer, message: `there is a body: ${text} ${type}`, came: text }];
  }
  // A parameter, such as a charset, does not make another type.
  const essence = type?.split(";")[0]?.trim() ?? "";
  if (!Object.hasOwn(asObject(value.content), essence))
    return [{ pointer, message: `the type is ${type}`, came: type }];
  const body = parseJson(text);
  if (body === undefined) return [{ pointer, message: "the body is not JSON", came: text }];
  return spec.findingsOf(`${pointer}/content/${essence.replaceAll("/", "~1")}/schema`, body);
}
