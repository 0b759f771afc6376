import { ownProperties } from "@vinr/server/internal";
import { Turns } from "../../turns.js";
import { seeOther } from "../page.js";
import {
  type ApiCall,
  callApi,
  createPayment,
  type Form,
  moveClock,
  paymentActions,
  replayDelivery,
  resolveDispute,
  runDeliveries,
  testEvents,
} from "./actions.js";
import { look, type Visit, type WindowApp, type WindowOptions } from "./context.js";

/**
 * Buttons send forms. After one, the browser is redirected to a view that shows the outcome, which a reload does not
 * repeat.
 */
export function routeButtons(app: WindowApp, options: WindowOptions): void {
  const call = ({ req, var: { account } }: Visit, made: ApiCall) =>
    callApi(options.apis, { account, signal: req.raw.signal }, made);
  const press = async (visit: Visit, address: string, made: ApiCall): Promise<Response> => {
    const { requestId } = await call(visit, made);
    return redirectTo(visit.var.form.back ?? address, requestId);
  };

  app.post("/window/payments", async (visit) => {
    const { requestId, isOk, body } = await call(visit, createPayment(visit.var.form));
    return redirectTo(isOk ? addressOf(body) : "/", requestId);
  });
  app.post("/window/payments/:id/:action", (visit) => {
    const { id, action } = visit.req.param();
    const made = Object.hasOwn(paymentActions, action) ? paymentActions[action]?.(id, visit.var.form) : undefined;
    if (made === undefined) return visit.notFound();
    return press(visit, `/window/payments/${encodeURIComponent(id)}`, made);
  });
  app.post("/window/disputes/:id", (visit) => press(visit, "/", resolveDispute(visit.req.param("id"), visit.var.form)));
  app.post("/window/events", async (visit) => {
    const steps = testEvents.get(visit.var.form.type ?? "") ?? [];
    let outcome = await call(visit, createPayment(testPayment));
    const address = outcome.isOk ? addressOf(outcome.body) : "/window/events";
    for (const step of steps) {
      if (outcome.isOk) outcome = await call(visit, step(address.slice(address.lastIndexOf("/") + 1)));
    }
    return redirectTo(address, outcome.requestId);
  });
  app.post("/window/deliveries", (visit) => press(visit, "/window/events", runDeliveries));
  app.post("/window/deliveries/:id", (visit) =>
    press(visit, "/window/events", replayDelivery(visit.req.param("id"), visit.var.form)),
  );
  const clocks = new Turns();
  app.post("/window/clock", async (visit) => {
    const { account, form } = visit.var;
    const read = () => look(options, account, async ({ now, replacements }) => ({ now, replacements }));
    const { replacements } = await read();
    const move = async () => {
      const clock = await read();
      // The account may be reset or restored while another click moves its clock.
      if (clock.replacements !== replacements) return redirectTo(form.back ?? "/");
      const made = moveClock(form, clock.now);
      return made === undefined ? visit.notFound() : press(visit, "/", made);
    };
    // The time to the next settlement is computed from the current clock, not while another click moves it.
    return clocks.run(account, move, visit.req.raw.signal);
  });
}

/** The payment to which a test event happens. */
const testPayment: Form = ownProperties({ amount: "1000", currency: "EUR", description: "Test event" });

function addressOf(payment: unknown): string {
  return `/window/payments/${(payment as { id: string }).id}`;
}

const base = "http://localhost";

/** Redirects to a view of this window, and never to another address, whatever a form says. */
function redirectTo(to: string, requestId?: string): Response {
  const given = URL.canParse(to, base) ? new URL(to, base) : undefined;
  // Checked as a browser reads it, without dot segments: `/window/..//elsewhere.example` would be
  // `//elsewhere.example`.
  const isOwn = given?.origin === base && /^\/(?:$|window\/)/.test(given.pathname);
  const url = isOwn ? given : new URL(base);
  if (requestId !== undefined) url.searchParams.set("did", requestId);
  return seeOther(`${url.pathname}${url.search}`);
}
