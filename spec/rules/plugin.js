/**
 * The rules of VINR's API style guide that no off-the-shelf rule expresses. One file a rule, named as in redocly.yaml,
 * the reason on top of each.
 */
import { BoundedArray } from "./bounded-array.js";
import { BoundedInteger } from "./bounded-integer.js";
import { BoundedString } from "./bounded-string.js";
import { ClientMethod } from "./client-method.js";
import { ClosedRequestOpenResponse } from "./closed-request-open-response.js";
import { Description } from "./description.js";
import { DocumentedErrors } from "./documented-errors.js";
import { ErrorCodes } from "./error-codes.js";
import { IdempotencyKey } from "./idempotency-key.js";
import { MediaTypeNamedExamples } from "./media-type-named-examples.js";
import { NoRefInExtension } from "./no-ref-in-extension.js";
import { OperationIdVerbNoun } from "./operation-id-verb-noun.js";
import { PageAddress } from "./page-address.js";
import { PatternMessage } from "./pattern-message.js";
import { QuotedNumericString } from "./quoted-numeric-string.js";
import { ResponseHeaders } from "./response-headers.js";
import { SummaryWithoutDot } from "./summary-without-dot.js";

export default function plugin() {
  return {
    id: "vinr",
    rules: {
      oas3: {
        "bounded-array": BoundedArray,
        "bounded-integer": BoundedInteger,
        "bounded-string": BoundedString,
        "client-method": ClientMethod,
        "closed-request-open-response": ClosedRequestOpenResponse,
        description: Description,
        "documented-errors": DocumentedErrors,
        "error-codes": ErrorCodes,
        "idempotency-key": IdempotencyKey,
        "media-type-named-examples": MediaTypeNamedExamples,
        "no-ref-in-extension": NoRefInExtension,
        "operation-id-verb-noun": OperationIdVerbNoun,
        "page-address": PageAddress,
        "pattern-message": PatternMessage,
        "quoted-numeric-string": QuotedNumericString,
        "response-headers": ResponseHeaders,
        "summary-without-dot": SummaryWithoutDot,
      },
    },
  };
}
