import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const spec = path.resolve(import.meta.dirname, "..");
const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");

/** An edit that breaks the spec → the rule that rejects it. Each edit is made once, in a copy of its own. */
const breakages: [what: string, rule: string, find: string | RegExp, replacement: string][] = [
  [
    "an operationId without a verb of the list",
    "vinr/operation-id-verb-noun",
    "operationId: createPayment",
    "operationId: makePayment",
  ],
  [
    "a webhook that is not received",
    "vinr/operation-id-verb-noun",
    "operationId: receivePaymentFailed",
    "operationId: paymentFailed",
  ],
  [
    "an operation without a method in the client",
    "vinr/client-method",
    "      x-client: { resource: payments, method: create }\n",
    "",
  ],
  [
    "a method of the client that is not a name",
    "vinr/client-method",
    "{ resource: payments, method: create }",
    "{ resource: payments, method: create-it }",
  ],
  [
    "a PATCH without Idempotency-Key",
    "vinr/idempotency-key",
    "    get:\n      operationId: listSettlements\n",
    "    patch:\n      operationId: listSettlements\n",
  ],
  [
    "a DELETE with Idempotency-Key",
    "vinr/idempotency-key",
    /(operationId: deleteWebhookEndpoint[\s\S]*?parameters:\n)/,
    '$1        - $ref: "#/components/parameters/IdempotencyKey"\n',
  ],
  [
    "two schemas whose pages would have one address",
    "vinr/page-address",
    "    PaymentList:\n",
    "    paymentList: { type: boolean, description: Whether. }\n    PaymentList:\n",
  ],
  [
    "a tag whose page would be that of the schemas",
    "vinr/page-address",
    "  - name: Settlements\n",
    "  - name: Schemas\n    description: A.\n  - name: Settlements\n",
  ],
  ["a summary with a final dot", "vinr/summary-without-dot", "summary: Create a refund", "summary: Create a refund."],
  ["a string without bounds", "vinr/bounded-string", "      maxLength: 500\n", ""],
  ["an array without maxItems", "vinr/bounded-array", "          maxItems: 100\n", ""],
  ["an integer without a maximum", "vinr/bounded-integer", "      maximum: 999999999999\n", ""],
  ["an amount that is a float", "vinr/bounded-integer", "      type: integer", "      type: number"],
  [
    "a POST without Idempotency-Key",
    "vinr/idempotency-key",
    '        - $ref: "#/components/parameters/IdempotencyKey"\n',
    "",
  ],
  ["an open request body", "vinr/closed-request-open-response", "      additionalProperties: false\n", ""],
  [
    "a closed response",
    "vinr/closed-request-open-response",
    "      title: Refund\n",
    "      title: Refund\n      additionalProperties: false\n",
  ],
  [
    "an operation without 401",
    "vinr/documented-errors",
    '        "401": { $ref: "#/components/responses/Unauthorized" }\n',
    "",
  ],
  [
    "a response without X-Request-Id",
    "vinr/response-headers",
    '            X-Request-Id: { $ref: "#/components/headers/X-Request-Id" }\n',
    "",
  ],
  [
    "a code without a row in the table",
    "vinr/error-codes",
    "        rate_limited: { status: 429, type: rate_limit_error }\n",
    "",
  ],
  [
    "an example whose code has another status",
    "vinr/error-codes",
    "already_captured: { status: 422",
    "already_captured: { status: 409",
  ],
  [
    "a body without an example",
    "vinr/media-type-named-examples",
    /examples:\n +chosenEvents: .*\n +everyEvent: .*\n/,
    "x-none: true\n",
  ],
  [
    "a property without a description",
    "vinr/description",
    "          description: The amount refunded so far, in the minor unit of the currency.\n",
    "",
  ],
  ["a pattern without words", "vinr/pattern-message", "      x-pattern-message: three upper-case letters\n", ""],
  [
    "a pattern that is described in the language of patterns",
    "vinr/pattern-message",
    "x-pattern-message: three upper-case letters",
    "x-pattern-message: text of [A-Z]{3}$",
  ],
  [
    "two descriptions of one pattern",
    "vinr/pattern-message",
    "x-pattern-message: an id such as pay_1234567890",
    "x-pattern-message: the id of an object",
  ],
  [
    "a reference inside an extension",
    "vinr/no-ref-in-extension",
    "x-sensitive: true",
    'x-sensitive: { $ref: "#/info" }',
  ],
  ["a status code without quotes", "vinr/quoted-numeric-string", '"503": {', "503: {"],
  ["a date without quotes", "vinr/quoted-numeric-string", 'example: "2026-04-01"', "example: 2026-04-01"],
  ["a path in upper case", "rule/path-kebab-case", "  /refunds:\n", "  /Refunds:\n"],
  [
    "an undocumented field in an example",
    "no-invalid-media-type-examples",
    '        returnUrl: "https://shop.example/orders/1042/return"\n',
    "        return_url: x\n",
  ],
  ["a scalar property without an example", "scalar-property-missing-example", "          examples: [4999]\n", ""],
  ["a parameter without a description", "parameter-description", "      description: The refund's id.\n", ""],
  [
    "an unused component",
    "no-unused-components",
    '              partial: { $ref: "#/components/examples/CapturePaymentPartial" }\n',
    "",
  ],
  [
    "a reference to nowhere",
    "no-unresolved-refs",
    "#/components/schemas/PaymentStatus",
    "#/components/schemas/PaymentState",
  ],
  [
    "a body that is not JSON",
    "response-mime-type",
    '            application/json:\n              schema: { $ref: "#/components/schemas/Refund"',
    '            text/plain:\n              schema: { $ref: "#/components/schemas/Refund"',
  ],
];

interface Problem {
  ruleId: string;
  message: string;
  location: { source: { ref: string } }[];
}

let folder: string;
let problems: Problem[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "style-guide-"));
  const whole = await readFile(path.join(spec, "openapi.yaml"), "utf8");
  const files = await Promise.all(
    breakages.map(async ([, , find, replacement], index) => {
      const broken = whole.replace(find, replacement);
      expect(broken, `breakage ${index} must change the specification`).not.toBe(whole);
      const file = path.join(folder, `broken-${index}.yaml`);
      await writeFile(file, broken);
      return file;
    }),
  );
  await writeFile(path.join(folder, "whole.yaml"), whole);
  problems = await lint([...files, path.join(folder, "whole.yaml")]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function lint(files: string[]): Promise<Problem[]> {
  const args = [
    redocly,
    "lint",
    ...files,
    "--config",
    path.join(spec, "redocly.yaml"),
    "--format",
    "json",
    "--max-problems",
    "9999",
  ];
  // Redocly exits with 1 where it finds problems, which is what is wanted here.
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e8 }).catch((error) => error);
  // One JSON document a file, one after the other.
  const reports: string[] = stdout.split(/(?<=^\})(?=\{)/m).filter((report: string) => report.startsWith("{"));
  return reports.flatMap((report) => JSON.parse(report).problems);
}

function rulesBrokenIn(name: string): string[] {
  return problems.filter(({ location }) => location[0]?.source.ref.endsWith(`/${name}`)).map(({ ruleId }) => ruleId);
}

test("accepts the specification as it is", () => {
  expect(rulesBrokenIn("whole.yaml")).toEqual([]);
});

test.each(breakages.map(([what, rule], index) => ({ what, rule, file: `broken-${index}.yaml` })))(
  "rejects $what by $rule",
  ({ rule, file }) => {
    expect(rulesBrokenIn(file)).toContain(rule);
  },
);

test("names the verbs, and the file that lists them", () => {
  const { message } = problems.find(({ ruleId }) => ruleId === "vinr/operation-id-verb-noun") ?? { message: "" };
  expect(message).toContain("create, retrieve, list, update, capture, cancel, delete");
  expect(message).toContain("spec/rules/operation-id-verb-noun.js");
});
