/** The differences between two versions of operations, webhooks and callbacks, down to their schemas. */
import type {
  Direction,
  Header,
  MediaType,
  Operation,
  Parameter,
  Place,
  RequestBody,
  Response,
  Schema,
  Webhook,
} from "../../model.ts";
import type { Change, Impact } from "../changes.ts";
import { compareSchemas, type SchemaVersions } from "./compare-schemas.ts";
import { rateSchemaChanges } from "./rate.ts";

/** A change without the operation that it shows in: several may share it. */
type Found = Omit<Change, "where">;

type Writer = "request" | "response";

/**
 * Compares one message and its response. `writer` is who writes the message: `request` for an operation, which callers send,
 * and `response` for a webhook, which VINR sends.
 */
export class MessageComparison {
  readonly #changes: Found[] = [];
  readonly #versions: SchemaVersions;
  readonly #writer: Writer;

  constructor(versions: SchemaVersions, writer: Writer) {
    this.#versions = versions;
    this.#writer = writer;
  }

  compare(before: Operation | Webhook, after: Operation | Webhook): readonly Found[] {
    this.#compareFacts(before, after);
    this.#compareParameters(before.parameters, after.parameters);
    this.#compareRequestBodies(before, after);
    this.#compareResponses(before, after);
    return this.#changes;
  }

  #compareFacts(before: Operation | Webhook, after: Operation | Webhook): void {
    const { place } = after;
    if (before.operationId !== after.operationId) {
      const what = `The operationId changed from \`${before.operationId}\` to \`${after.operationId}\`.`;
      this.#add("major", "modified", "vinr/operation-id-changed", what, place, "operationId");
    }
    if ("deprecated" in after && "deprecated" in before && before.deprecated !== after.deprecated) {
      const what = after.deprecated ? "The operation is deprecated." : "The operation is no longer deprecated.";
      const rule = after.deprecated ? "vinr/deprecated" : "vinr/prose";
      this.#add(after.deprecated ? "minor" : "patch", "modified", rule, what, place, "deprecated");
    }
    this.#compareProse("The operation", before, after);
  }

  #compareParameters(before: readonly Parameter[], after: readonly Parameter[]): void {
    const match = (one: Parameter, list: readonly Parameter[]) =>
      list.find((other) => other.name === one.name && other.in === one.in);
    for (const old of before) {
      const now = match(old, after);
      if (now === undefined) this.#removed("parameter", nameOf(old), old.place, old.deprecated);
      else this.#compareParameter(old, now);
    }
    for (const now of after) {
      if (match(now, before) !== undefined) continue;
      const isBreaking = now.required && this.#writer === "request";
      const [rule, what] = now.required
        ? ["vinr/parameter-became-required", `The required ${nameOf(now)} was added.`]
        : ["vinr/added", `The optional ${nameOf(now)} was added.`];
      this.#add(isBreaking ? "major" : "minor", "added", rule, what, now.place);
    }
  }

  #compareParameter(before: Parameter, after: Parameter): void {
    const name = nameOf(after);
    this.#compareRequired(`The ${name}`, "parameter", before, after);
    if (before.style !== after.style || before.explode !== after.explode) {
      const what = `The ${name} is serialized in another way.`;
      this.#add("major", "modified", "vinr/parameter-style-changed", what, after.place, "style");
    }
    this.#compareDeprecated(`The ${name}`, before, after);
    this.#compareProse(`The ${name}`, before, after);
    this.#compareSchema(name, before.schema, after.schema, this.#writer);
  }

  #compareRequestBodies({ requestBody: before }: Operation | Webhook, after: Operation | Webhook): void {
    const now = after.requestBody;
    if (before !== undefined && now !== undefined) this.#compareRequestBody(before, now);
    else if (before !== undefined) this.#removed("request-body", "body", before.place);
    else if (now !== undefined) {
      const isBreaking = now.required && this.#writer === "request";
      const rule = now.required ? "vinr/request-body-became-required" : "vinr/added";
      this.#add(isBreaking ? "major" : "minor", "added", rule, "A body was added.", now.place);
    }
  }

  #compareRequestBody(before: RequestBody, after: RequestBody): void {
    this.#compareRequired("The body", "request-body", before, after);
    this.#compareProse("The body", before, after);
    this.#compareContent("body", before, after, this.#writer);
  }

  #compareResponses(
    { responses: before }: Operation | Webhook,
    { responses: after, place }: Operation | Webhook,
  ): void {
    for (const old of before) {
      const now = after.find(({ status }) => status === old.status);
      if (now === undefined)
        this.#add("major", "removed", "vinr/response-removed", `The response ${old.status} was removed.`, old.place);
      else this.#compareResponse(old, now);
    }
    for (const { status } of after.filter((now) => before.every((old) => old.status !== now.status)))
      this.#add("minor", "added", "vinr/added", `The response ${status} was added.`, place, `responses/${status}`);
  }

  #compareResponse(before: Response, after: Response): void {
    const writer = this.#writer === "request" ? "response" : "request";
    const subject = `response ${after.status}`;
    this.#compareProse(`The ${subject}`, before, after);
    for (const [name, old] of before.headers) {
      const now = after.headers.get(name);
      if (now === undefined) this.#removed("response-header", `header \`${name}\` of the ${subject}`, old.place);
      else this.#compareHeader(`header \`${name}\` of the ${subject}`, old, now, writer);
    }
    for (const [name, { place }] of after.headers)
      if (!before.headers.has(name))
        this.#add("minor", "added", "vinr/added", `The header \`${name}\` of the ${subject} was added.`, place);
    this.#compareContent(subject, before, after, writer);
  }

  #compareHeader(name: string, before: Header, after: Header, writer: Writer): void {
    if (before.required && !after.required) {
      const what = `The ${name} is no longer guaranteed.`;
      this.#add("major", "modified", "vinr/response-header-became-optional", what, after.place, "required");
    } else if (!before.required && after.required) {
      this.#add("minor", "modified", "vinr/added", `The ${name} is now guaranteed.`, after.place, "required");
    }
    this.#compareDeprecated(`The ${name}`, before, after);
    this.#compareProse(`The ${name}`, before, after);
    this.#compareSchema(name, before.schema, after.schema, writer);
  }

  #compareContent(subject: string, before: Content, after: Content, writer: Writer): void {
    for (const old of before.content) {
      const now = after.content.find(({ type }) => type === old.type);
      if (now === undefined) {
        const what = `The media type \`${old.type}\` of the ${subject} was removed.`;
        this.#add("major", "removed", "vinr/media-type-removed", what, before.place, "content");
      } else this.#compareMediaType(subject, old, now, writer);
    }
    for (const { type } of after.content.filter((now) => before.content.every((old) => old.type !== now.type))) {
      const what = `The media type \`${type}\` of the ${subject} was added.`;
      this.#add("minor", "added", "vinr/added", what, after.place, "content");
    }
  }

  #compareMediaType(subject: string, before: MediaType, after: MediaType, writer: Writer): void {
    const anything: Schema = { place: after.schema?.place ?? before.schema?.place ?? { pointer: "", line: 1 } };
    this.#compareSchema(subject, before.schema ?? anything, after.schema ?? anything, writer);
  }

  #compareSchema(subject: string, before: Schema, after: Schema, direction: Direction): void {
    const changes = compareSchemas(before, after, this.#versions);
    this.#changes.push(...rateSchemaChanges(changes, direction, after, subject));
  }

  /** For the caller of an operation, a new duty breaks; for the receiver of a webhook, a lost promise does. */
  #compareRequired(subject: string, thing: string, before: Requirable, after: Requirable): void {
    if (before.required === after.required) return;
    const isBreaking = after.required === (this.#writer === "request");
    const rule = isBreaking ? `vinr/${thing}-became-${after.required ? "required" : "optional"}` : "vinr/widened";
    const what = after.required ? `${subject} is now required.` : `${subject} is no longer required.`;
    this.#add(isBreaking ? "major" : "minor", "modified", rule, what, after.place, "required");
  }

  #compareDeprecated(subject: string, before: Deprecatable, after: Deprecatable): void {
    if (before.deprecated || !after.deprecated) return;
    this.#add("minor", "modified", "vinr/deprecated", `${subject} is deprecated.`, after.place, "deprecated");
  }

  #compareProse(subject: string, before: Described, after: Described): void {
    if (before.description === after.description && before.summary === after.summary) return;
    this.#add("patch", "modified", "vinr/prose", `${subject} has a new description.`, after.place, "description");
  }

  #removed(thing: string, name: string, { pointer, line }: Place, wasDeprecated = false): void {
    const what = `The ${name} was removed.`;
    const deprecated = wasDeprecated ? { wasDeprecated } : {};
    const rule = `vinr/${thing}-removed`;
    this.#changes.push({ impact: "major", kind: "removed", rule, what, pointer, line, ...deprecated });
  }

  #add(impact: Impact, kind: Change["kind"], rule: string, what: string, place: Place, member?: string): void {
    const pointer = member === undefined ? place.pointer : `${place.pointer}/${member}`;
    this.#changes.push({ impact, kind, rule, what, pointer, line: place.line });
  }
}

interface Content {
  readonly place: Place;
  readonly content: readonly MediaType[];
}

interface Requirable {
  readonly place: Place;
  readonly required: boolean;
}

interface Deprecatable {
  readonly place: Place;
  readonly deprecated: boolean;
}

interface Described {
  readonly place: Place;
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
}

function nameOf({ name, in: location }: Parameter): string {
  return `${location} parameter \`${name}\``;
}
