/** The realistic changes of the day test, as a person makes them: text put into files that are written by hand. */

/** One place in a file at which a person types. */
export interface Edit {
  readonly file: string;
  /** The text at which they type; its first occurrence after `after`, or in the file. */
  readonly at: string;
  readonly after?: string;
  readonly become: string;
}

const spec = "spec/openapi.yaml";

/** Inserts text before the first occurrence of another. */
const before = (at: string, text: string, after?: string): Edit => ({
  file: spec,
  at,
  become: `${text}${at}`,
  ...(after === undefined ? {} : { after }),
});

/** A new optional property of a payment, and in one of its examples. */
export const field: readonly Edit[] = [
  before(
    "        checkoutUrl:\n",
    `        locale:
          description: The language of the checkout page.
          type: string
          minLength: 2
          maxLength: 5
          pattern: "^[a-z]{2}(-[A-Z]{2})?$"
          x-pattern-message: a language such as de or pt-BR
          examples: [de]
`,
    "\n    Payment:\n",
  ),
  before("        metadata:", "        locale: de\n", "\n    PaymentCompleted:\n"),
];

/** Another optional property, of another object. */
export const otherField: readonly Edit[] = [
  before(
    "        metadata: {",
    `        reference:
          description: Your own name for the refund, as it is shown on the customer's statement.
          type: string
          maxLength: 22
          examples: [R-77]
`,
    "\n    Refund:\n",
  ),
];

/** Filters of the list of payments, by time. */
export const filters: readonly Edit[] = [
  before(
    '        - $ref: "#/components/parameters/Limit"\n',
    `        - $ref: "#/components/parameters/CreatedAfter"
        - $ref: "#/components/parameters/CreatedBefore"
`,
    "operationId: listPayments\n",
  ),
  before("    IdempotencyKey:\n", `${timeFilter("CreatedAfter", "after")}${timeFilter("CreatedBefore", "before")}`),
];

function timeFilter(component: string, side: string): string {
  return `    ${component}:
      name: created_${side}
      in: query
      description: Only objects that were created ${side} this time.
      required: false
      schema: { $ref: "#/components/schemas/Timestamp" }
      example: "2026-04-15T00:00:00Z"
`;
}

/** A new event type: its type, its schema, its place among the events, its webhook, its example. */
export const event: readonly Edit[] = [
  before("        - dispute.resolved\n", "        - dispute.updated\n"),
  before(
    '        - $ref: "#/components/schemas/DisputeResolvedEvent"\n',
    '        - $ref: "#/components/schemas/DisputeUpdatedEvent"\n',
  ),
  before('          dispute.resolved: "#/', '          dispute.updated: "#/components/schemas/DisputeUpdatedEvent"\n'),
  before(
    "    DisputeResolvedEvent:\n      title:",
    `    DisputeUpdatedEvent:
      title: dispute.updated
      description: Something about a dispute changed, such as the day by which evidence is due.
      type: object
      required: [id, object, type, created_at, data]
      properties:
        id: { $ref: "#/components/schemas/EventId" }
        object: { $ref: "#/components/schemas/EventObject" }
        type:
          type: string
          description: The type of the event, \`dispute.updated\`.
          const: dispute.updated
          examples: [dispute.updated]
        created_at: { $ref: "#/components/schemas/Timestamp" }
        data: { $ref: "#/components/schemas/DisputeEventData" }

`,
  ),
  before(
    "  dispute.resolved:\n    post:",
    `  dispute.updated:
    post:
      operationId: receiveDisputeUpdated
      tags: [Webhooks]
      summary: A dispute was updated
      description: Something about a dispute changed, such as the day by which evidence is due.
      security: []
      parameters:
        - $ref: "#/components/parameters/VinrSignature"
        - $ref: "#/components/parameters/VinrTimestamp"
      requestBody:
        description: The event.
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/DisputeUpdatedEvent" }
            examples:
              disputeUpdated: { $ref: "#/components/examples/DisputeUpdatedEvent" }
      responses:
        "2XX": { $ref: "#/components/responses/EventReceived" }
        "4XX": { $ref: "#/components/responses/EventRejected" }

`,
  ),
];

/** The new event's example: that of the opened dispute, under its own id and type. */
export function eventExample(text: string): Edit {
  const [opened = ""] = /^ {4}DisputeOpenedEvent:\n {6}summary:[\s\S]*?\n\n/m.exec(text) ?? [];
  const updated = opened
    .replace("DisputeOpenedEvent", "DisputeUpdatedEvent")
    .replace("was opened", "was updated")
    .replace("dispute.opened", "dispute.updated")
    .replace(/id: evt_\w+/, "id: evt_4mT7qB")
    .replace(/created_at: "2026-05-04T07:40:00Z"/, 'created_at: "2026-05-05T07:40:00Z"');
  return before("    DisputeResolvedEvent:\n      summary:", updated);
}

const headers = ["X-Request-Id", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"]
  .map((name) => `            ${name}: { $ref: "#/components/headers/${name}" }\n`)
  .join("");
const endpointBody = `          content:
            application/json:
              schema: { $ref: "#/components/schemas/WebhookEndpoint" }
              examples:
                enabled: { $ref: "#/components/examples/WebhookEndpointEnabled" }
`;
const errors = (badRequest: string): string =>
  Object.entries({
    "400": badRequest,
    "401": "Unauthorized",
    "403": "Forbidden",
    "404": "WebhookEndpointNotFound",
    "429": "TooManyRequests",
    "500": "InternalServerError",
    "503": "ServiceUnavailable",
  })
    .map(([status, name]) => `        "${status}": { $ref: "#/components/responses/${name}" }\n`)
    .join("");

/** Two operations: retrieve and update a webhook endpoint. */
export const operations: readonly Edit[] = [
  {
    file: spec,
    at: "  /webhooks/{id}:\n",
    become: `  /webhooks/{id}:
    get:
      operationId: retrieveWebhookEndpoint
      x-client: { resource: webhooks, method: retrieve }
      tags: [Webhooks]
      summary: Retrieve a webhook endpoint
      description: Returns the webhook endpoint, without its secret.
      parameters:
        - $ref: "#/components/parameters/WebhookEndpointId"
        - $ref: "#/components/parameters/VinrVersion"
      responses:
        "200":
          description: The webhook endpoint.
          headers:
${headers}${endpointBody}${errors("BadIdRequest")}    patch:
      operationId: updateWebhookEndpoint
      x-client: { resource: webhooks, method: update }
      tags: [Webhooks]
      summary: Update a webhook endpoint
      description: Changes what the request has; the rest stays as it is.
      parameters:
        - $ref: "#/components/parameters/WebhookEndpointId"
        - $ref: "#/components/parameters/IdempotencyKey"
        - $ref: "#/components/parameters/VinrVersion"
      requestBody:
        description: What to change.
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/WebhookEndpointUpdateParams" }
            examples:
              pause: { $ref: "#/components/examples/UpdateWebhookEndpointPause" }
      responses:
        "200":
          description: The webhook endpoint, updated.
          headers:
${headers}            Idempotent-Replayed: { $ref: "#/components/headers/Idempotent-Replayed" }
${endpointBody}${errors("BadRequest")}        "409": { $ref: "#/components/responses/Conflict" }
`,
  },
  before(
    "    WebhookEndpointList:\n      title:",
    `    WebhookEndpointUpdateParams:
      title: Webhook endpoint to update
      description: The properties of a webhook endpoint that change.
      type: object
      additionalProperties: false
      properties:
        url: { $ref: "#/components/schemas/WebhookUrl" }
        status: { $ref: "#/components/schemas/WebhookEndpointStatus" }

`,
  ),
  before(
    "    WebhookEndpointListOnePage:\n",
    `    UpdateWebhookEndpointPause:
      summary: Pause deliveries
      value:
        status: disabled

    WebhookEndpointEnabled:
      summary: An endpoint that is delivered to
      value:
        id: we_6fD4pJ
        object: webhook_endpoint
        url: "https://shop.example/webhooks/vinr"
        enabled_events: [payment.completed, payment.failed, refund.completed]
        status: enabled
        created_at: "2026-04-10T12:00:00Z"

`,
  ),
  {
    file: "spec/journeys.arazzo.yaml",
    at: "      - stepId: deleteWebhookEndpoint\n",
    become: `      - stepId: retrieveWebhookEndpoint
        description: It is read again, without its secret.
        operationId: $sourceDescriptions.vinr.retrieveWebhookEndpoint
        parameters:
          - { name: id, in: path, value: $steps.createWebhookEndpoint.outputs.endpoint }
        successCriteria:
          - condition: $statusCode == 200
      - stepId: updateWebhookEndpoint
        description: Deliveries pause.
        operationId: $sourceDescriptions.vinr.updateWebhookEndpoint
        parameters:
          - { name: id, in: path, value: $steps.createWebhookEndpoint.outputs.endpoint }
          - { name: Idempotency-Key, in: header, value: "journey-{$inputs.run}-webhook-update" }
        requestBody:
          contentType: application/json
          payload:
            status: disabled
        successCriteria:
          - condition: $statusCode == 200
      - stepId: deleteWebhookEndpoint
`,
  },
];

/** A property, deprecated as CONTRIBUTING says. */
export const deprecation = (until: string): readonly Edit[] => [
  before("        checkoutUrl:\n", deprecated(until), "\n    Payment:\n"),
];

/** The removal of that property. */
export const removal = (until: string): readonly Edit[] => [{ file: spec, at: deprecated(until), become: "" }];

function deprecated(until: string): string {
  return `        redirectUrl:
          description: "The URL of the checkout page. Deprecated: use checkoutUrl. Removed after ${until}."
          deprecated: true
          type: string
          format: uri
          maxLength: 2048
          examples: ["https://checkout.vinr.com/pay_1234567890"]
`;
}

/** Evidence for a dispute, uploaded: a media type that nothing supports. */
export const upload: readonly Edit[] = [
  {
    file: spec,
    after: "operationId: createRefund\n",
    at: "          application/json:\n",
    become: "          multipart/form-data:\n",
  },
];

/** A required property of a request, and a property of a response under another name. */
export const breakage: readonly Edit[] = [
  { file: spec, after: "    PaymentCreateParams:\n", at: "required: [", become: "required: [description, " },
  { file: spec, after: "\n    Payment:\n", at: "        amountRefunded:", become: "        refundedAmount:" },
];
