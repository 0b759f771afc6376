/** Every picture of the guides, by its name. */
import { fromMinorUnit } from "../../examples/guides/amounts.ts";
import { retryDelays } from "../../packages/sandbox/src/domain/decide-delivery.ts";
import { paymentLife } from "../../packages/sandbox/src/domain/payment-life.ts";
import type { Api, Json } from "../../scripts/model.ts";
import { checkoutSteps, drawCheckout } from "./checkout.ts";
import { disputeLife, drawLife, refundLife } from "./ends.ts";
import { drawPaymentLife } from "./payment-life.ts";
import type { Picture } from "./picture.ts";
import { drawRetries } from "./retries.ts";
import { drawSettlement, type SettlementFigures, type SettlementLine } from "./settlement.ts";

const pictures: ReadonlyMap<string, (api: Api) => Picture> = new Map([
  ["payment-life", () => drawPaymentLife(paymentLife)],
  ["checkout", () => drawCheckout(checkoutSteps)],
  ["refund-life", () => drawLife(refundLife)],
  ["dispute-life", () => drawLife(disputeLife)],
  ["retries", () => drawRetries(retryDelays)],
  ["settlement", drawDocumentedSettlement],
]);

export const pictureNames: readonly string[] = [...pictures.keys()];

/**
 * Draws a picture.
 *
 * @throws {Error} for a name that no picture has.
 */
export function drawPicture(name: string, api: Api): Picture {
  const draw = pictures.get(name);
  if (draw === undefined) throw new Error(`There is no picture "${name}". Use one of ${pictureNames.join(", ")}.`);
  return draw(api);
}

/** The settlement of the spec's examples, with its transactions. */
function drawDocumentedSettlement(api: Api): Picture {
  const figures = exampleOf(api, "retrieveSettlement", "paid") as unknown as SettlementFigures;
  const page = exampleOf(api, "listSettlementTransactions", "wholeSettlement");
  const { data } = page as unknown as { readonly data: readonly SettlementLine[] };
  return drawSettlement(figures, data, fromMinorUnit);
}

function exampleOf(api: Api, operationId: string, name: string): Json {
  const operation = api.operations.find((one) => one.operationId === operationId);
  const examples = operation?.responses.flatMap(({ content }) => content.flatMap(({ examples }) => examples));
  const example = examples?.find((one) => one.name === name);
  if (example === undefined) throw new Error(`${operationId} has no example "${name}", which a picture shows.`);
  return example.value;
}
