import { Vinr } from "@vinr/client";
import { createSandbox } from "@vinr/sandbox";

/** Sees one payment through, from its creation to the day on which VINR pays it out. */
export async function settle(): Promise<number> {
  const sandbox = createSandbox();
  const vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });

  const payment = await vinr.payments.create({
    amount: 1000,
    currency: "EUR",
    returnUrl: "https://shop.example/return",
  });
  await sandbox.checkout(payment.id).pay("4242 4242 4242 4242");
  await sandbox.clock.advance({ days: 3 });

  const { data } = await vinr.settlements.list();
  return data[0]?.netAmount ?? 0; // 966: the amount without VINR's fee
}
