import { seeOther } from "../page.js";
import {
  type ApiCall,
  callApi,
  createPayment,
  moveClock,
  paymentActions,
  replayDelivery,
  resolveDispute,
  runDeliveries,
  testEvents,
} from "./actions.js";
import { look, type Visit, type WindowApp, type WindowOptions } from "./context.js";

/** Buttons send forms. After one, the browser is led to a view that tells what came of it, which a reload does not repeat. */
export function routeButtons(app: WindowApp, options: WindowOptions): void {
  const call = (account: string, made: ApiCall) => callApi(options.apis, account, made);
  const press = async (visit: Visit, address: string, made: ApiCall): Promise<Response> => {
    const { requestId } = await call(visit.var.account, made);
    return lead(visit.var.form.back ?? address, requestId);
  };

  app.post("/window/payments", async ({ var: { account, form } }) => {
    const { requestId, isOk, body } = await call(account, createPayment(form));
    return lead(isOk ? addressOf(body) : "/", requestId);
  });
  app.post("/window/payments/:id/:action", (visit) => {
    const { id, action } = visit.req.param();
    const made = Object.hasOwn(paymentActions, action) ? paymentActions[action]?.(id, visit.var.form) : undefined;
    if (made === undefined) return visit.notFound();
    return press(visit, `/window/payments/${encodeURIComponent(id)}`, made);
  });
  app.post("/window/disputes/:id", (visit) => press(visit, "/", resolveDispute(visit.req.param("id"), visit.var.form)));
  app.post("/window/events", async ({ var: { account, form } }) => {
    const steps = testEvents.get(form.type ?? "") ?? [];
    let outcome = await call(account, createPayment({ amount: "1000", currency: "EUR", description: "Test event" }));
    const address = outcome.isOk ? addressOf(outcome.body) : "/window/events";
    for (const step of steps) {
      if (outcome.isOk) outcome = await call(account, step(address.slice(address.lastIndexOf("/") + 1)));
    }
    return lead(address, outcome.requestId);
  });
  app.post("/window/deliveries", (visit) => press(visit, "/window/events", runDeliveries));
  app.post("/window/deliveries/:id", (visit) =>
    press(visit, "/window/events", replayDelivery(visit.req.param("id"), visit.var.form)),
  );
  app.post("/window/clock", async (visit) => {
    const { account, form } = visit.var;
    const made = moveClock(form, await look(options, account, async ({ now }) => now));
    return made === undefined ? visit.notFound() : press(visit, "/", made);
  });
}

function addressOf(payment: unknown): string {
  return `/window/payments/${(payment as { id: string }).id}`;
}

/** Leads to a view of this window, and to no other address, whatever a form says. */
function lead(to: string, requestId: string): Response {
  const url = new URL(/^\/(?:$|\?|window\/)/.test(to) ? to : "/", "http://localhost");
  url.searchParams.set("did", requestId);
  return seeOther(`${url.pathname}${url.search}`);
}
