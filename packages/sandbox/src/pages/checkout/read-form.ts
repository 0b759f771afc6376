import { apiError } from "@vinr/server";
import { findCard } from "../../domain/cards.js";
import type { Moment } from "../../domain/time.js";
import { readFields } from "../read-fields.js";
import type { Problem } from "./notices.js";

/** The largest body of a form, in bytes. The page's own forms send less than a hundred. */
const maxBytes = 4096;

/** A form of the page, as it was sent. What is in it is neither stored nor shown. */
export type CheckoutForm =
  | { readonly kind: "challenge"; readonly isPassed: boolean }
  /** A test card's button sends its number alone, without an expiry date and a CVC. */
  | { readonly kind: "card"; readonly card: string; readonly expiry: string | null; readonly cvc: string | null };

/** @throws {ApiError} `unsupported_media_type`, `body_too_large`, `body_malformed`, or `parameter_missing` for another form. */
export async function readForm(request: Request): Promise<CheckoutForm> {
  const fields = await readFields(request, maxBytes);
  const challenge = fields.get("challenge");
  if (challenge === "passed" || challenge === "failed") return { kind: "challenge", isPassed: challenge === "passed" };
  const card = fields.get("card");
  if (card === null) throw apiError("parameter_missing", { param: "card" });
  return { kind: "card", card, expiry: fields.get("expiry"), cvc: fields.get("cvc") };
}

/** The fields of a card form that are wrong, at a moment of the account's clock. */
export function findProblems(form: Extract<CheckoutForm, { kind: "card" }>, now: Moment): readonly Problem[] {
  const { card, expiry, cvc } = form;
  if (findCard(card) === undefined) return ["number"];
  const problems: Problem[] = [];
  if (expiry !== null && !isInFuture(expiry, now)) problems.push("expiry");
  if (cvc !== null && !/^ *\d{3,4} *$/.test(cvc)) problems.push("cvc");
  return problems;
}

/** Whether a month, such as `04 / 29`, has not ended. */
function isInFuture(text: string, now: Moment): boolean {
  // Without spaces: matching two adjacent runs of them would take a time quadratic in their length.
  const [, month, year] = /^(0?[1-9]|1[0-2])[/-]?(?:20)?(\d{2})$/.exec(text.replaceAll(" ", "")) ?? [];
  if (month === undefined || year === undefined) return false;
  // Months count from 0 here, so this is the beginning of the next one.
  return Date.UTC(2000 + Number(year), Number(month)) > now;
}
