import { isVinrError, Vinr } from "@vinr/client";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../../src/index.js";
import type { Store } from "../../src/store/store.js";
import { Model, type Outcome } from "./model.js";
import { isOn, openStore } from "./stores.js";

/** `SANDBOX_RUNS=25000` for a million transitions. */

const cards = { succeed: "4242424242424242", decline: "4000000000000002", challenge: "4000000000003220" } as const;

/** The sandbox, and the ids of what the model knows by number. */
class Real {
  readonly sandbox: Sandbox;
  readonly vinr: Vinr;
  readonly payments: string[] = [];
  readonly refunds: string[] = [];
  readonly disputes: string[] = [];

  constructor(store: Store) {
    this.sandbox = createSandbox({ now: () => Date.UTC(2026, 3, 15, 10, 30), store });
    this.vinr = new Vinr({ secretKey: this.sandbox.key(), fetch: this.sandbox.fetch, maxRetries: 0 });
  }
}

async function outcomeOf(act: Promise<{ status: string }>): Promise<Outcome> {
  try {
    return { status: (await act).status };
  } catch (error) {
    if (isVinrError(error)) return { error: error.code };
    throw error;
  }
}

/** One step: what it does to both, and whether they agree. */
type Step = (model: Model, real: Real) => Promise<void>;

/** A step about one of the objects that exist, chosen by any number; nothing where there is none. */
function about(choose: number, list: (model: Model) => readonly unknown[], step: (index: number) => Step): Step {
  return async (model, real) => {
    const { length } = list(model);
    if (length > 0) await step(choose % length)(model, real);
  };
}

const payments = (model: Model) => model.payments;
const amounts = fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.constantFrom(1, 999_999_999_999));
const some = fc.nat(1000);

const steps = fc.oneof(
  fc.tuple(amounts, fc.boolean()).map(
    ([amount, capture]): Step =>
      async (model, real) => {
        model.create(amount, capture);
        const params = { amount, currency: "EUR", returnUrl: "https://shop.example/return", capture };
        real.payments.push((await real.vinr.payments.create(params)).id);
      },
  ),
  fc.tuple(some, fc.constantFrom("succeed", "succeed", "decline", "challenge")).map(([choose, card]): Step => {
    return about(choose, payments, (index) => async (model, real) => {
      const expected = model.pay(index, card);
      if (expected === undefined) return;
      expect(await outcomeOf(real.sandbox.checkout(real.payments[index] ?? "").pay(cards[card]))).toEqual(expected);
    });
  }),
  fc.tuple(some, fc.option(amounts, { nil: undefined })).map(([choose, amount]): Step => {
    return about(choose, payments, (index) => async (model, real) => {
      const body = amount === undefined ? {} : { amount };
      const act = real.vinr.payments.capture(real.payments[index] ?? "", body);
      expect(await outcomeOf(act)).toEqual(model.capture(index, amount));
    });
  }),
  some.map((choose): Step => {
    return about(choose, payments, (index) => async (model, real) => {
      expect(await outcomeOf(real.vinr.payments.cancel(real.payments[index] ?? ""))).toEqual(model.cancel(index));
    });
  }),
  fc.tuple(some, fc.option(amounts, { nil: undefined })).map(([choose, amount]): Step => {
    return about(choose, payments, (index) => async (model, real) => {
      const body = { payment: real.payments[index] ?? "", ...(amount === undefined ? {} : { amount }) };
      const created = real.vinr.refunds.create(body).then((refund) => {
        real.refunds.push(refund.id);
        return refund;
      });
      expect(await outcomeOf(created)).toEqual(model.refund(index, amount));
    });
  }),
  some.map((choose): Step => {
    return about(choose, payments, (index) => async (model, real) => {
      const expected = model.dispute(index);
      const opened = real.sandbox.openDispute(real.payments[index] ?? "");
      if ("error" in expected) await expect(opened).rejects.toMatchObject({ code: expected.error });
      else real.disputes.push((await opened).id);
    });
  }),
  fc.tuple(some, fc.constantFrom("lost", "won")).map(([choose, outcome]): Step => {
    return about(
      choose,
      (model) => model.disputes,
      (index) => async (model, real) => {
        if (model.disputes[index]?.status !== "open") return;
        model.resolve(index, outcome);
        await real.sandbox.resolveDispute(real.disputes[index] ?? "", outcome);
      },
    );
  }),
  fc.constant<Step>(async (model, real) => {
    model.failingRefunds += 1;
    await real.sandbox.failNextRefund();
  }),
  fc.integer({ min: 0, max: 80 }).map(
    (hours): Step =>
      async (model, real) => {
        model.advance(hours * 3_600_000);
        await real.sandbox.clock.advance({ hours });
      },
  ),
);

/** Everything that the API shows of what the model knows. */
async function compare(model: Model, { vinr, payments, refunds }: Real): Promise<void> {
  for (const [index, id] of payments.entries()) {
    const { status, amountCaptured = 0, amountRefunded = 0 } = await vinr.payments.retrieve(id);
    const { status: expected, captured, refunded } = model.payments[index] as Model["payments"][number];
    expect([status, amountCaptured, amountRefunded]).toEqual([expected, captured, refunded]);
    expect(amountRefunded <= amountCaptured).toBe(true);
  }
  for (const [index, id] of refunds.entries()) {
    expect((await vinr.refunds.retrieve(id)).status).toBe(model.refunds[index]?.status);
  }
}

/** Settles all that moved, and compares the settlements with their lines and with the model's balance. */
async function compareMoney(model: Model, { sandbox, vinr }: Real): Promise<void> {
  model.advance(4 * 86_400_000);
  await sandbox.clock.advance({ days: 4 });
  let net = 0;
  for await (const settlement of vinr.settlements.list({ limit: 100 })) {
    const lines = await vinr.settlements.listTransactions(settlement.id, { limit: 100 }).toArray({ limit: 10_000 });
    const sum = (read: (line: (typeof lines)[number]) => number) =>
      lines.reduce((total, line) => total + read(line), 0);
    expect(sum((line) => line.net)).toBe(settlement.netAmount);
    expect(sum(({ gross }) => gross)).toBe(settlement.grossAmount - settlement.refundedAmount);
    expect(sum(({ fee }) => fee)).toBe(0 - settlement.feeAmount);
    expect(lines.every((line) => line.gross + line.fee === line.net)).toBe(true);
    expect(settlement.status).toBe("paid");
    net += settlement.netAmount;
  }
  expect(net).toBe(model.balance);
}

/** Random stories against the reference model, on the store that was chosen with `runOn`. */
export function testModel(): void {
  const runs = Number(process.env.SANDBOX_RUNS ?? (isOn("memory") ? 500 : 20));
  it("does whatever the reference model does, and every cent is settled once", async () => {
    let transitions = 0;
    const run = async (story: readonly Step[]) => {
      const [model, real] = [new Model(), new Real(await openStore())];
      for (const step of story) await step(model, real);
      await compare(model, real);
      await compareMoney(model, real);
      transitions += story.length;
    };
    await fc.assert(fc.asyncProperty(fc.array(steps, { minLength: 30, maxLength: 60, size: "max" }), run), {
      numRuns: runs,
      seed: 2026,
    });
    expect(transitions).toBeGreaterThanOrEqual(runs * 30);
  }, 3_600_000);
}
