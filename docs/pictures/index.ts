/** Every picture of the guides, by its name. */
import { fromMinorUnit } from "../../examples/guides/amounts.ts";
import { retryDelays } from "../../packages/sandbox/src/domain/decide-delivery.ts";
import { paymentLife } from "../../packages/sandbox/src/domain/payment-life.ts";
import type { Api, Json } from "../../scripts/model.ts";
import { checkoutSteps, drawCheckout } from "./checkout.ts";
import { disputeLife, drawLife, refundLife } from "./ends.ts";
import { drawPaymentLife } from "./payment-life.ts";
import { NARROW, type Picture } from "./picture.ts";
import { drawRetries } from "./retries.ts";
import { drawSettlement, type SettlementFigures, type SettlementLine } from "./settlement.ts";

const pictures: ReadonlyMap<string, (api: Api, width: number) => Picture> = new Map([
  ["payment-life", (_, width) => drawPaymentLife(paymentLife, width)],
  ["checkout", (_, width) => drawCheckout(checkoutSteps, width)],
  ["refund-life", (_, width) => drawLife(refundLife, width)],
  ["dispute-life", (_, width) => drawLife(disputeLife, width)],
  ["retries", (_, width) => drawRetries(retryDelays, width)],
  ["settlement", drawDocumentedSettlement],
]);

export const pictureNames: readonly string[] = [...pictures.keys()];

/**
 * Draws a picture, `NARROW` or `WIDE`.
 *
 * @throws {Error} for a name that no picture has.
 */
export function drawPicture(name: string, api: Api, width: number = NARROW): Picture {
  const draw = pictures.get(name);
  if (draw === undefined) throw new Error(`"${name}" is not a picture. Use one of ${pictureNames.join(", ")}.`);
  return draw(api, width);
}

/** The settlement of the spec's examples, with its transactions. */
function drawDocumentedSettlement(api: Api, width: number): Picture {
  const figures = exampleOf(api, "retrieveSettlement", "paid") as unknown as SettlementFigures;
  const page = exampleOf(api, "listSettlementTransactions", "wholeSettlement");
  const { data } = page as unknown as { readonly data: readonly SettlementLine[] };
  return drawSettlement(figures, data, fromMinorUnit, width);
}

function exampleOf(api: Api, operationId: string, name: string): Json {
  const operation = api.operations.find((one) => one.operationId === operationId);
  const examples = operation?.responses.flatMap(({ content }) => content.flatMap(({ examples }) => examples));
  const example = examples?.find((one) => one.name === name);
  if (example === undefined) throw new Error(`${operationId} has no example "${name}", which a picture shows.`);
  return example.value;
}
