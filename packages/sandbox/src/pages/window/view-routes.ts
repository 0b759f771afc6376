import { apiError } from "@vinr/server";
import type { Account } from "../../account/account.js";
import { list } from "../../account/find.js";
import { seeOther } from "../page.js";
import { look, type Visit, type WindowApp, type WindowOptions } from "./context.js";
import { findAddress } from "./find-address.js";
import {
  pageOf,
  pageSize,
  readBalance,
  readEvent,
  readEvents,
  readPayment,
  readPayments,
  readSettlement,
} from "./reads.js";
import type { Recording } from "./recording/recording.js";
import type { LoggedRequest } from "./recording/request-log.js";
import { canRewrite, emptyRequest, rewrite, sendPath } from "./send-request.js";
import { balanceView } from "./views/balance.js";
import { eventView } from "./views/event.js";
import { eventsView } from "./views/events.js";
import { renderView, type View } from "./views/layout.js";
import { paymentView } from "./views/payment.js";
import { paymentsView } from "./views/payments.js";
import { requestView } from "./views/request.js";
import { hasText, requestsView } from "./views/requests.js";
import { noteOf, sendView } from "./views/send.js";
import { settlementsView, settlementView } from "./views/settlements.js";

/** The data for a view. */
interface Source {
  readonly account: Account;
  readonly name: string;
  readonly recording: Recording;
  /** The last part of the address, for a view of one object. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** The server's address, as the reader has it. */
  readonly origin: string;
}

const views: Readonly<Record<string, (source: Source) => Promise<View>>> = {
  "/": async ({ account, query }) => paymentsView(await readPayments(account, query), query),
  "/window/payments/:id": async ({ account, name, recording, id }) => {
    // Includes the request that created it, which got the id only with the response.
    const passes = ({ target, body = "", response }: LoggedRequest) =>
      `${target} ${body}`.includes(id) || (response.body?.startsWith(`{"id":"${id}"`) ?? false);
    const details = await readPayment(account, id);
    const declined = recording.requests.find(name, ({ item }) => {
      return item.status === 402 && item.target === `/v1/payments/${id}/capture`;
    });
    const { entries } = recording.requests.list(name, { limit: 10, passes });
    return paymentView({ ...details, lastDecline: declined?.item.id }, entries);
  },
  "/window/events": async ({ account, query }) => eventsView(await readEvents(account, pageOf(query)), query),
  "/window/events/:id": async ({ account, name, recording, id }) =>
    eventView(await readEvent(account, id), (delivery, attempt) => {
      const found = recording.attempts.find(name, ({ item }) => item.delivery === delivery && item.attempt === attempt);
      return found?.item;
    }),
  "/window/settlements": async ({ account, query }) =>
    settlementsView(await list(account, "settlement", pageOf(query)), query),
  "/window/settlements/:id": async ({ account, id, query }) =>
    settlementView(await readSettlement(account, id, pageOf(query)), query),
  "/window/balance": async ({ account }) => balanceView(await readBalance(account)),
  "/window/requests": async ({ name, recording, query }) => {
    const search = (query.get("search") ?? "").slice(0, 100);
    const before = Number(query.get("before") ?? Number.POSITIVE_INFINITY);
    const passes = (item: LoggedRequest) => hasText(item, search);
    return requestsView(recording.requests.list(name, { limit: pageSize, before, passes }), query);
  },
  "/window/requests/:id": async ({ name, recording, id, query, origin }) => {
    const entry = recording.requests.find(name, ({ number }) => number === Number(id));
    if (entry === undefined) {
      const message = "This request is no longer in the log, or another process served it.";
      throw apiError("resource_not_found", { message });
    }
    return requestView(entry, { origin, keyOfAccount: query.get("key") === "shown" ? name : undefined });
  },
  [sendPath]: async ({ name, recording, query }) => {
    const entry = recording.requests.find(name, ({ number }) => number === Number(query.get("request")));
    if (entry === undefined || !canRewrite(entry.item)) return sendView(emptyRequest, { account: name });
    return sendView(rewrite(entry.item), { account: name, note: noteOf(entry.item) });
  },
};

/** The views. They change nothing, so no link to one can do harm. */
export function routeViews(app: WindowApp, options: WindowOptions): void {
  for (const [path, build] of Object.entries(views)) app.get(path, (visit) => show(visit, build, options));
  app.get("/window/find", async ({ req, var: { account: name } }) => {
    const id = (req.query("id") ?? "").trim().slice(0, 80);
    const { requests } = options.recording;
    const address = await look(options, name, (account) => findAddress({ account, name, requests }, id));
    if (address === undefined) {
      throw apiError("resource_not_found", { message: `Nothing in the account ${name} has the id ${id}.` });
    }
    return seeOther(address);
  });
}

async function show(visit: Visit, build: (source: Source) => Promise<View>, options: WindowOptions): Promise<Response> {
  const { recording, publicUrl } = options;
  const name = visit.var.account;
  const { origin, pathname, searchParams: query } = new URL(visit.req.url);
  // The request of the button that led here. It is shown once: later addresses do not have it.
  const requestId = query.get("did");
  query.delete("did");
  const outcome = requestId === null ? undefined : recording.requests.find(name, ({ item }) => item.id === requestId);
  const given = { name, recording, id: visit.req.param("id") ?? "", query, origin: publicUrl ?? origin };
  const { now, view } = await look(options, name, async (account) => {
    return { now: account.now, view: await build({ account, ...given }) };
  });
  const address = query.size === 0 ? pathname : `${pathname}?${query}`;
  return renderView(view, { account: name, now, address, outcome });
}
