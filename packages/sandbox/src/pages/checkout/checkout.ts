/** The hosted page of a payment: the customer's part of the API, for people. */
import { ApiError, apiError, type Handler } from "@vinr/server";
import type { Account } from "../../account/account.js";
import { find } from "../../account/find.js";
import { withAccount } from "../../account/with-account.js";
import type { World } from "../../account/world.js";
import { endChallenge, payWithCard } from "../../control/checkout.js";
import type { Store } from "../../store/store.js";
import { readLocale } from "../amount.js";
import { ownTree } from "../own-tree.js";
import { renderMessage, renderPage, seeOther } from "../page.js";
import { isFromOwnPage } from "../same-origin.js";
import { type Notice, readNotices, withNotices } from "./notices.js";
import { type CheckoutForm, findProblems, readForm } from "./read-form.js";
import { checkoutPage } from "./view.js";

export interface CheckoutOptions {
  readonly store: Store;
  readonly world: World;
  /** The server's public address, if a proxy in front of it has another one. */
  readonly publicUrl?: string | undefined;
  /** Called with errors of the page itself. They contain nothing that a customer has typed. */
  readonly onError: (error: unknown) => void;
}

/** The account and the payment that an address names. */
interface Subject {
  readonly account: string;
  readonly payment: string;
}

/** Serves the pages below `/checkout/`. They need no key: anyone with a payment's address may pay it. */
export function createCheckout(options: CheckoutOptions): Handler {
  return async (request) => {
    try {
      return await serve(request, options);
    } catch (error) {
      if (error instanceof ApiError) return explain(error);
      options.onError(error);
      return renderMessage(500, "Something went wrong here", again);
    }
  };
}

async function serve(request: Request, options: CheckoutOptions): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  if (!["GET", "HEAD", "POST"].includes(request.method)) throw apiError("method_not_allowed");
  const subject = await findSubject(pathname, options.store);
  if (request.method === "POST") return submit(request, pathname, subject, options);
  const payment = ownTree(await run(options, subject, (account) => find(account, "payment", subject.payment)));
  const locale = readLocale(request.headers.get("accept-language"));
  return renderPage(checkoutPage({ payment, path: pathname, locale, notices: readNotices(searchParams) }));
}

/** @throws {ApiError} `resource_not_found`, the same for an account and for a payment. */
async function findSubject(pathname: string, store: Store): Promise<Subject> {
  const [, publicId, payment] = /^\/checkout\/(acct_[0-9a-z]{1,64})\/(pay_[0-9A-Za-z]{1,64})$/.exec(pathname) ?? [];
  const account = publicId === undefined ? undefined : await store.findAccount(publicId);
  if (account === undefined || payment === undefined) throw apiError("resource_not_found");
  return { account, payment };
}

function run<T>({ store, world }: CheckoutOptions, { account }: Subject, work: (account: Account) => Promise<T>) {
  return withAccount(store, world, account, work);
}

/** Carries out a form, and redirects to the page with its outcome. */
async function submit(request: Request, path: string, subject: Subject, options: CheckoutOptions): Promise<Response> {
  if (!isFromOwnPage(request, options.publicUrl)) throw apiError("permission_denied");
  // Read before the transaction begins: a slow sender does not hold up the account.
  const form = await readForm(request);
  try {
    const notices = await run(options, subject, async (account) =>
      // As the control API has it: nobody would be told of the payment, since a full account delivers no event.
      account.isFull ? undefined : carryOut(account, subject.payment, form),
    );
    if (notices === undefined) return renderMessage(403, ...fullAccount);
    return seeOther(withNotices(path, notices));
  } catch (error) {
    if (!hasEnded(error)) throw error;
    return seeOther(withNotices(path, ["ended"]));
  }
}

async function carryOut(account: Account, payment: string, form: CheckoutForm): Promise<readonly Notice[]> {
  if (form.kind === "challenge") {
    await endChallenge(account, payment, form.isPassed);
    return [];
  }
  const problems = findProblems(form, account.now);
  if (problems.length === 0) await payWithCard(account, payment, form.card);
  return problems;
}

/** A second click, another tab, or the merchant was faster: the page shows the state of the payment. */
function hasEnded(error: unknown): boolean {
  const codes: readonly string[] = ["challenge_not_pending", "payment_not_payable"];
  return error instanceof ApiError && codes.includes(error.code);
}

const again = "Open this page again in a moment to see the state of the payment.";

/** Sentences for people, by the code of an error. */
const messages: Readonly<Record<string, readonly [title: string, text: string]>> = {
  resource_not_found: ["Payment not found", "Check the address, or start again at the shop."],
  method_not_allowed: ["Method not supported", "Open its address in a browser."],
  permission_denied: ["This form came from another page", "Open the payment's checkout page and pay there."],
  body_too_large: ["This form is too large", "Open the payment's checkout page and pay there."],
  unsupported_media_type: ["This page does not accept this form", "Open the payment's checkout page and pay there."],
  service_unavailable: ["The sandbox cannot reach its database", again],
};

const fullAccount = [
  "The shop’s test account is full",
  "Nothing was done. The shop can make room in its account, and create a new payment.",
] as const;

const otherwise = ["This form cannot be read", "Open the payment's checkout page and pay there."] as const;

function explain({ code, status, headers }: ApiError): Promise<Response> {
  const [title, text] = messages[code] ?? otherwise;
  return renderMessage(status, title, text, code === "method_not_allowed" ? { allow: "GET, HEAD, POST" } : headers);
}
