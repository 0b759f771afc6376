import { apiError } from "@vinr/server";
import { findOperation } from "../generated/validators/requests.js";

/**
 * The most values of a body. Even the largest snapshot has fewer: separators of values are less than a tenth of its
 * JSON. Each value takes memory and time, however short it is, and reading it blocks the process.
 */
const maxValues = 3_000_000;

/**
 * Finds an operation. The body of a restoration is counted before it is read as JSON.
 *
 * @throws {ApiError} `body_too_large`, when the request is validated.
 */
export const findBoundedOperation: typeof findOperation = (request, options) => {
  const found = findOperation(request, options);
  if (!found.ok || found.operationId !== "createRestoration") return found;
  return {
    ...found,
    validate(parts) {
      checkValues(parts.body);
      return found.validate(parts);
    },
  };
};

function checkValues(body: unknown): void {
  // Each value has at least one byte.
  if (!(body instanceof Uint8Array) || body.length <= maxValues || countValues(body) <= maxValues) return;
  const message = `The body of the request has more than ${maxValues.toLocaleString("en")} values. No snapshot has so many.`;
  throw apiError("body_too_large", { message });
}

const [quote, backslash, comma, bracket, brace] = [0x22, 0x5c, 0x2c, 0x5b, 0x7b];

/** The approximate number of values in a JSON text: the commas and openings outside of strings. */
function countValues(text: Uint8Array): number {
  let count = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index++) {
    const byte = text[index];
    if (byte === quote) isInString = !isInString;
    // An escaped character does not end a string.
    else if (byte === backslash) index++;
    else if (!isInString && (byte === comma || byte === bracket || byte === brace)) count++;
  }
  return count;
}
