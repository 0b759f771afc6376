/** Checks of `@vinr/client/node`: without undici, the import says what to install; with it, calls go through the pool. */
import { Vinr } from "@vinr/client";

const [, , mode, baseUrl] = process.argv;

if (mode === "without-undici") {
  const error = await import("@vinr/client/node").catch((reason) => reason);
  if (!/npm install undici@7/.test(error.message)) throw new Error(`no hint in: ${error.message}`);
  console.log("without undici, the import has a hint");
} else {
  const { createNodeFetch } = await import("@vinr/client/node");
  const fetch = createNodeFetch();
  const payment = await new Vinr({ secretKey: "sk_test_Example", baseUrl, fetch }).payments.retrieve("pay_1234567890");
  await fetch.close();
  console.log(`with undici, retrieved ${payment.id}`);
}
