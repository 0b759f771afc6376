import { asObject, isObject, maxDepth, memberOf, tagOf } from "../values.js";
import { hasRepeatedNames, measureJson } from "./json-text.js";
import { headerOf, type ParameterInput } from "./parameters.js";

// Every runtime has it, but the types of the language alone do not.
declare const TextDecoder: new (
  encoding: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: ArrayBuffer | ArrayBufferView): string };

/** A body with its headers. */
type Sent = { readonly headers: ParameterInput; readonly body?: unknown };

type Problem = { status: 400 | 415; code: string; message: string };
type Body = { value: unknown } | Problem;

/** Tells a problem with a body from the body. */
export function isProblem(body: Body): body is Problem {
  return Object.hasOwn(body, "code");
}

/** Reads the body, which may throw where it is looked at: a proxy, or a view of bytes that are gone. */
export function tryToReadBody(parts: Sent, isRequired: boolean | undefined): Body {
  try {
    return readBody({ headers: parts.headers, body: memberOf(parts, "body") }, isRequired);
  } catch {
    return malformed("the body cannot be read");
  }
}

/**
 * Reads the body as it was sent, or as a framework parsed it. A framework may leave one unread, as `express.json()` does with a body
 * of another type: to take it for none would turn a partial capture into a full one.
 */
function readBody({ body, headers }: Sent, isRequired: boolean | undefined): Body {
  const type = headerOf(headers, "content-type");
  const isJson = /^application\/json\s*(?:;|$)/i.test(type);
  const isNothing = body === undefined || body === null;
  const isEmpty = isNothing || body === "" || (isBytes(body) && body.byteLength === 0);
  // Express 4 has this for a body that it did not read, and for none.
  const isBare = !isEmpty && isBareObject(body);
  const isUnread = isBare ? announcesMembers(headers, type) : isEmpty && announcesContent(headers, isNothing || isJson);
  if (!isUnread && (isEmpty || (isBare && type === ""))) {
    if (!isRequired) return { value: undefined };
    return { status: 400, code: "parameter_missing", message: "the request needs a JSON body" };
  }
  if (!isJson) {
    return { status: 415, code: "unsupported_media_type", message: "content-type must be application/json" };
  }
  if (isUnread) return malformed("the headers announce a body, but the server did not read it");
  if (isBytes(body)) return parseBytes(body);
  return typeof body === "string" ? parseText(body) : { value: body };
}

/**
 * Whether the headers announce a body. Chunks (RFC 9112, section 6.3) may hold nothing, but not where they are JSON, or where nobody
 * read them; the same goes for a body over HTTP/2.
 */
function announcesContent(headers: ParameterInput, countsChunks: boolean): boolean {
  if (lengthOf(headers) !== 0) return true;
  return countsChunks && (headerOf(headers, "transfer-encoding") !== "" || isBodyOfHttp2(headers));
}

/** The length that the headers announce, in bytes: 0 if they announce none, NaN if it is not a number. */
function lengthOf(headers: ParameterInput): number {
  return Number(headerOf(headers, "content-length"));
}

/** Whether a request over HTTP/2 has a body of unknown length, of which no header but its type tells. Express reads none of these. */
function isBodyOfHttp2(headers: ParameterInput): boolean {
  const has = (name: string): boolean => headerOf(headers, name) !== "";
  // Node has the parts of a request line among the headers.
  return has(":method") && has("content-type") && !has("content-length");
}

/** The longest text of an object without members that anybody sends, in bytes; the shortest with one is `{"":0}`. */
const longestBare = 5;

/**
 * The types that Express 4 reads, which are fewer than those of RFC 9110, section 5.6.6: it leaves a body of any other unread, such as
 * one of `application/json;`.
 */
const typeOfExpress =
  /^application\/json *(?:; *[\w!#$%&'*+.^`|~-]+ *= *(?:[\w!#$%&'*+.^`|~-]+|"(?:[ !#-[\]-~\x80-\xff]|\\[ -~])*") *)*$/i;

/** Whether the headers announce more than `{}`, which a framework has nevertheless. */
function announcesMembers(headers: ParameterInput, type: string): boolean {
  if (isBodyOfHttp2(headers)) return true;
  const isEncoded = !/^(?:identity)?$/i.test(headerOf(headers, "content-encoding"));
  // Of chunks and of a compressed body nobody knows how long they are: it is `{}`, unless nobody can have parsed them.
  if (isEncoded || headerOf(headers, "transfer-encoding") !== "") return !typeOfExpress.test(type);
  return !(lengthOf(headers) <= longestBare);
}

function isBareObject(body: unknown): boolean {
  const members = asObject(body);
  return members !== undefined && Object.keys(members).length === 0;
}

function malformed(message: string): Problem {
  return { status: 400, code: "body_malformed", message };
}

type Bytes = ArrayBuffer | ArrayBufferView;

/** Whether a body is bytes, of another realm too, such as those that Node gives to a test of Jest. */
function isBytes(body: unknown): body is Bytes {
  return ArrayBuffer.isView(body) || (isObject(body) && tagOf(body) === "[object ArrayBuffer]");
}

/** The byte order mark is left, to be dropped in one place for texts and bytes. */
const utf8 = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function parseBytes(bytes: Bytes): Body {
  try {
    return parseText(utf8.decode(bytes));
  } catch {
    return malformed("the body must be valid UTF-8");
  }
}

function parseText(text: string): Body {
  const [colons, depth] = measureJson(text);
  if (depth > maxDepth) return { status: 400, code: "parameter_invalid", message: "the body is nested too deeply" };
  try {
    // A byte order mark may be ignored (RFC 8259, section 8.1).
    const value: unknown = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
    if (!hasRepeatedNames(colons, value)) return { value };
    return malformed("the body must not have two properties with the same name");
  } catch {
    return malformed("the body must be valid JSON");
  }
}
