/** The bundled schemas as the JSON Schema contenders want them: enums of responses open, as the API says. */
import { document } from "../values.js";

const open = new Set([
  "PaymentStatus",
  "PaymentFailureCategory",
  "RefundStatus",
  "RefundReason",
  "SettlementStatus",
  "DisputeStatus",
]);

/** Without what says nothing to a validator: OpenAPI's integer formats repeat the bounds beside them. */
function strip(node) {
  if (Array.isArray(node)) return node.map(strip);
  if (node === null || typeof node !== "object") return node;
  const kept = Object.entries(node).filter(
    ([key, value]) =>
      !key.startsWith("x-") && !["examples", "discriminator"].includes(key) && !/^int(32|64)$/.test(value),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      key === "$ref" ? value.replace("#/components/schemas/", "#/$defs/") : strip(value),
    ]),
  );
}

const cursor = { type: "string", minLength: 3, maxLength: 64, pattern: "^[a-z]+_[A-Za-z0-9]+$" };
const listQuery = {
  type: "object",
  properties: {
    limit: { type: "integer", minimum: 1, maximum: 100, default: 25 },
    starting_after: cursor,
    ending_before: cursor,
  },
  additionalProperties: false,
};

export const $defs = Object.fromEntries(
  Object.entries(document.components.schemas).map(([name, schema]) => {
    const { enum: values, ...rest } = strip(schema);
    return [name, values && !open.has(name) ? { ...rest, enum: values } : rest];
  }),
);
$defs.ListQuery = listQuery;
