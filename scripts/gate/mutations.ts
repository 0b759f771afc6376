import type { Bump } from "./changes.ts";

/** The parsed specification, loosely typed: a mutation reaches into it by name. */
// biome-ignore lint/suspicious/noExplicitAny: a mutation of a document is a path into untyped data.
export type Document = any;

/** The bump that each change of the spec demands, whichever tool rates it: the gate is checked against this table. */
export const mutations: readonly [what: string, demanded: Bump, mutate: (spec: Document) => void][] = [
  ["an operation is removed", "major", (spec) => delete spec.paths["/refunds"].get],
  ["a path is removed", "major", (spec) => delete spec.paths["/webhooks/{id}"]],
  ["a path is renamed", "major", (spec) => rename(spec.paths, "/payments", "/charges")],
  ["an operationId is renamed", "major", (spec) => set(spec.paths["/payments"].post, "operationId", "createCharge")],
  ["a webhook is removed", "major", (spec) => delete spec.webhooks["payment.failed"]],
  ["a webhook loses a header", "major", (spec) => spec.webhooks["payment.failed"].post.parameters.shift()],
  [
    "a header of webhooks is no longer guaranteed",
    "major",
    (spec) => set(spec.components.parameters.VinrSignature, "required", false),
  ],
  [
    "the body of a webhook is no longer guaranteed",
    "major",
    (spec) => set(spec.webhooks["payment.failed"].post.requestBody, "required", false),
  ],
  [
    "the body of a callback is no longer guaranteed",
    "major",
    (spec) => set(callbackOf(spec).requestBody, "required", false),
  ],
  [
    "a header of a response is no longer guaranteed",
    "major",
    (spec) => set(spec.components.headers["X-Request-Id"], "required", false),
  ],
  ["a server moves", "major", (spec) => set(spec.servers[0], "url", "https://api.vinr.com/v2")],

  ["a required property of a response is removed", "major", (spec) => drop(schema(spec, "Payment"), "currency")],
  ["an optional property of a response is removed", "major", (spec) => drop(schema(spec, "Payment"), "checkoutUrl")],
  [
    "a property of a response is no longer guaranteed",
    "major",
    (spec) => remove(schema(spec, "Payment").required, "metadata"),
  ],
  ["a property of an event is removed", "major", (spec) => drop(schema(spec, "PaymentEventData"), "object")],
  [
    "a property of a response may be null",
    "major",
    (spec) => set(schema(spec, "Currency"), "type", ["string", "null"]),
  ],
  [
    "a property of a response changes its type",
    "major",
    (spec) => replace(schema(spec, "SignedAmount"), { type: "string", maxLength: 20 }),
  ],
  [
    "the constant of an object changes",
    "major",
    (spec) => set(schema(spec, "Payment").properties.object, "const", "charge"),
  ],
  ["an enum of a response loses a value", "major", (spec) => schema(spec, "PaymentStatus").enum.pop()],
  ["a response loses its body", "major", (spec) => delete spec.paths["/refunds"].post.responses["201"].content],
  [
    "a success moves to another status",
    "major",
    (spec) => rename(spec.paths["/payments"].post.responses, "201", "200"),
  ],
  ["an error is no longer documented", "major", (spec) => delete spec.paths["/payments"].post.responses["409"]],
  [
    "a response loses a header",
    "major",
    (spec) => delete spec.paths["/payments"].get.responses["200"].headers["X-Request-Id"],
  ],

  ["a property of a request is removed", "major", (spec) => drop(schema(spec, "PaymentCreateParams"), "capture")],
  [
    "a property of a request becomes required",
    "major",
    (spec) => schema(spec, "RefundCreateParams").required.push("amount"),
  ],
  ["a request gets a new required property", "major", (spec) => requireLocale(schema(spec, "PaymentCreateParams"))],
  [
    "a property of a request is renamed",
    "major",
    (spec) => rename(schema(spec, "PaymentCaptureParams").properties, "amount", "total"),
  ],
  [
    "a request body becomes required",
    "major",
    (spec) => set(spec.paths["/payments/{id}/capture"].post.requestBody, "required", true),
  ],
  [
    "a request takes another media type",
    "major",
    (spec) => rename(spec.paths["/payments"].post.requestBody.content, "application/json", "text/plain"),
  ],
  [
    "a text of a request gets its first enum",
    "major",
    (spec) => set(schema(spec, "PaymentCreateParams").properties.description, "enum", ["a"]),
  ],
  ["an enum of a request loses a value", "major", (spec) => schema(spec, "RefundReason").enum.pop()],
  ["a maximum of a request is lowered", "major", (spec) => set(spec.components.parameters.Limit.schema, "maximum", 50)],
  [
    "a minimum of a request is raised",
    "major",
    (spec) => set(schema(spec, "PaymentCaptureParams").properties.amount, "minimum", 100),
  ],
  ["a text of a request is cut shorter", "major", (spec) => set(schema(spec, "Description"), "maxLength", 100)],
  ["a pattern of a request is narrowed", "major", (spec) => set(schema(spec, "ReturnUrl"), "pattern", "^https://")],
  ["metadata takes fewer pairs", "major", (spec) => set(schema(spec, "Metadata"), "maxProperties", 20)],
  ["a query parameter is removed", "major", (spec) => spec.paths["/refunds"].get.parameters.shift()],
  ["a header becomes required", "major", (spec) => set(spec.components.parameters.IdempotencyKey, "required", true)],
  [
    "a new required header is asked for",
    "major",
    (spec) => spec.paths["/payments"].post.parameters.push(parameter("header", true)),
  ],
  [
    "a new required query parameter is asked for",
    "major",
    (spec) => spec.paths["/payments"].get.parameters.push(parameter("query", true)),
  ],
  ["a POST no longer takes an idempotency key", "major", (spec) => spec.paths["/refunds"].post.parameters.shift()],

  [
    "a default of a body changes",
    "major",
    (spec) => set(schema(spec, "PaymentCreateParams").properties.capture, "default", false),
  ],
  [
    "a parameter excludes another one",
    "major",
    (spec) => set(spec.components.parameters.EndingBefore, "x-excludes", ["starting_after", "limit"]),
  ],
  [
    "a parameter begins to exclude",
    "major",
    (spec) => set(spec.components.parameters.Limit, "x-excludes", ["ending_before"]),
  ],
  ["a default of a parameter changes", "major", (spec) => set(spec.components.parameters.Limit.schema, "default", 10)],
  ["a default is removed", "major", (spec) => delete schema(spec, "PaymentCreateParams").properties.capture.default],
  ["a way to authenticate is removed", "major", (spec) => set(spec, "security", [{ bearerAuth: [] }])],
  ["an operation no longer needs a key", "major", (spec) => set(spec.paths["/payments"].get, "security", [])],
  [
    "the header of the key is renamed",
    "major",
    (spec) => set(spec.components.securitySchemes.apiKeyAuth, "name", "X-Key"),
  ],
  ["an error code moves to another status", "major", (spec) => set(errorCodes(spec).already_captured, "status", 409)],
  ["an error code is removed", "major", (spec) => removeErrorCode(spec)],

  [
    "an operation is added",
    "minor",
    (spec) => {
      const client = { resource: "disputes", method: "list" };
      const get = { ...spec.paths["/settlements"].get, operationId: "listDisputes", "x-client": client };
      set(spec.paths, "/disputes", { get });
    },
  ],
  ["a response gets a property", "minor", (spec) => addLocale(schema(spec, "Payment"))],
  ["a response gets a property that always comes", "minor", (spec) => requireLocale(schema(spec, "Payment"))],
  ["an enum of a response gains a value", "minor", (spec) => schema(spec, "PaymentStatus").enum.push("on_hold")],
  [
    "an enum of requests and responses gains a value",
    "minor",
    (spec) => schema(spec, "RefundReason").enum.push("other"),
  ],
  ["an event type is added", "minor", (spec) => addEventType(spec)],
  ["an event moves to another schema", "major", (spec) => swapEvents(spec)],
  [
    "a union that no discriminator tells apart gains a variant in a response",
    "major",
    (spec) => schema(spec, "WebhookEndpoint").properties.enabled_events.items.anyOf.push({ type: "boolean" }),
  ],
  [
    "a response gets a header",
    "minor",
    (spec) =>
      set(spec.paths["/payments"].get.responses["200"].headers, "X-New", {
        description: "New.",
        schema: { type: "string" },
      }),
  ],
  [
    "an error is documented",
    "minor",
    (spec) => set(spec.paths["/webhooks"].post.responses, "422", spec.paths["/refunds"].post.responses["422"]),
  ],
  ["an error code is added", "minor", (spec) => addErrorCode(spec)],
  ["a request gets an optional property", "minor", (spec) => addLocale(schema(spec, "PaymentCreateParams"))],
  [
    "a required property of a request becomes optional",
    "minor",
    (spec) => remove(schema(spec, "PaymentCreateParams").required, "returnUrl"),
  ],
  [
    "an optional query parameter is added",
    "minor",
    (spec) => spec.paths["/payments"].get.parameters.push(parameter("query", false)),
  ],
  [
    "a new parameter excludes an old one",
    "minor",
    (spec) => {
      spec.paths["/payments"].get.parameters.push(parameter("query", false));
      spec.components.parameters.EndingBefore["x-excludes"].push("account");
    },
  ],
  ["a parameter excludes no other", "minor", (spec) => delete spec.components.parameters.EndingBefore["x-excludes"]],
  [
    "a property of a request may be null in a union",
    "minor",
    (spec) => {
      const { properties } = schema(spec, "PaymentCaptureParams");
      properties.amount = { description: "An amount.", oneOf: [properties.amount, { type: "null" }] };
    },
  ],
  [
    "a webhook gets a header",
    "minor",
    (spec) => spec.webhooks["payment.failed"].post.parameters.push(parameter("header", true)),
  ],
  ["a maximum of a request is raised", "minor", (spec) => set(spec.components.parameters.Limit.schema, "maximum", 200)],
  ["an operation is deprecated", "minor", (spec) => set(spec.paths["/refunds"].get, "deprecated", true)],

  ["a description is reworded", "patch", (spec) => set(schema(spec, "Payment"), "description", "Other words.")],
  ["a summary is reworded", "patch", (spec) => set(spec.paths["/payments"].get, "summary", "List all payments")],
  ["an example is changed", "patch", (spec) => set(spec.components.examples.CreateRefundPartial.value, "amount", 100)],
  ["the description of a tag is reworded", "patch", (spec) => set(spec.tags[0], "description", "Other words.")],
  ["nothing changes", "none", () => undefined],
];

const locale = { type: "string", description: "A language.", maxLength: 5, examples: ["de"] };
const schema = (spec: Document, name: string): Document => spec.components.schemas[name];
const callbackOf = (spec: Document): Document => {
  const [item] = Object.values<Document>(spec.paths["/webhooks"].post.callbacks.event);
  return item.post;
};
const errorCodes = (spec: Document): Document => schema(spec, "ErrorCode")["x-error-codes"];

function set(target: Document, key: string, value: unknown): void {
  target[key] = value;
}

function rename(target: Document, key: string, other: string): void {
  target[other] = target[key];
  delete target[key];
}

function replace(target: Document, value: object): void {
  for (const key of Object.keys(target)) delete target[key];
  Object.assign(target, value);
}

function remove(list: unknown[], item: unknown): void {
  list.splice(list.indexOf(item), 1);
}

function drop(target: Document, property: string): void {
  delete target.properties[property];
  if (target.required.includes(property)) remove(target.required, property);
}

function addLocale(target: Document): void {
  target.properties.locale = locale;
}

function requireLocale(target: Document): void {
  addLocale(target);
  target.required.push("locale");
}

function parameter(place: string, required: boolean): object {
  return { name: "account", in: place, required, description: "An account.", schema: locale };
}

/** All that a new event takes: its type, its schema, its place in the union, its webhook. VINR sends nothing of the name. */
export function addEventType(spec: Document): void {
  schema(spec, "EventType").enum.push("invoice.paid");
  const event = structuredClone(schema(spec, "RefundCompletedEvent"));
  event.title = "invoice.paid";
  event.properties.type = { ...event.properties.type, const: "invoice.paid", examples: ["invoice.paid"] };
  spec.components.schemas.InvoicePaidEvent = event;
  const ref = "#/components/schemas/InvoicePaidEvent";
  schema(spec, "Event").oneOf.push({ $ref: ref });
  schema(spec, "Event").discriminator.mapping["invoice.paid"] = ref;
  const post = structuredClone(spec.webhooks["refund.completed"].post);
  post.operationId = "receiveInvoicePaid";
  post.requestBody.content["application/json"] = { schema: { $ref: ref } };
  spec.webhooks["invoice.paid"] = { post };
}

function swapEvents(spec: Document): void {
  const { mapping } = schema(spec, "Event").discriminator;
  [mapping["refund.created"], mapping["refund.completed"]] = [mapping["refund.completed"], mapping["refund.created"]];
}

function addErrorCode(spec: Document): void {
  schema(spec, "ErrorCode").enum.push("account_frozen");
  schema(spec, "ErrorCode")["x-enumDescriptions"].account_frozen = "the account is frozen";
  errorCodes(spec).account_frozen = { status: 403, type: "permission_error" };
}

function removeErrorCode(spec: Document): void {
  remove(schema(spec, "ErrorCode").enum, "already_captured");
  delete schema(spec, "ErrorCode")["x-enumDescriptions"].already_captured;
  delete errorCodes(spec).already_captured;
}
