import { Vinr } from "@vinr/client";
import { createSandbox } from "@vinr/sandbox";

/** Creates a payment while VINR has a bad day, and returns how many attempts it took and how many payments there are. */
export async function surviveFaults(): Promise<{ attempts: number; payments: number }> {
  const sandbox = createSandbox();
  const vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });

  sandbox.faults.on("createPayment", { status: 503, times: 1 });
  // The worst case: the payment is made, and nobody is told.
  sandbox.faults.on("createPayment", { connection: "reset", afterEffect: true, times: 1 });

  const { attempts } = await vinr.payments
    .create({ amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" })
    .withResponse();

  const { data } = await vinr.payments.list();
  return { attempts, payments: data.length }; // 3 attempts, one payment
}
