/** Checks of a server made with `@vinr/server`, wherever it runs, by the client. Plain JavaScript, with nothing of any one runtime. */
import { Vinr, VinrError } from "@vinr/client";

const order = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
const headers = { authorization: "Bearer sk_test_Example", "content-type": "application/json" };

/** Throws if a check fails; otherwise returns a line to print. `send` is `fetch`, or a handler in its place. */
export async function tryServer(origin, send = fetch) {
  const baseUrl = `${origin}/v1`;
  const ask = (path, init = {}) => send(`${baseUrl}${path}`, { ...init, headers: { ...headers, ...init.headers } });
  const vinr = new Vinr({ secretKey: "sk_test_Example", baseUrl, fetch: send, dangerouslyAllowBrowser: true });

  const create = () =>
    ask("/payments", {
      method: "POST",
      body: JSON.stringify(order),
      headers: { "idempotency-key": "order-1042-pay-1" },
    });
  const [first, again] = [await create(), await create()];
  const [text, replay] = [await first.text(), await again.text()];
  expect(`${first.status} ${again.status} ${again.headers.get("idempotent-replayed")}`, "201 201 true");
  expect(replay, text);
  const { id } = await vinr.payments.retrieve(JSON.parse(text).id);
  const error = await vinr.payments.retrieve("pay_unknown").catch((reason) => reason);
  expect(error instanceof VinrError && `${error.status} ${error.code}`, "404 resource_not_found");

  const head = await ask(`/payments/${id}`, { method: "HEAD" });
  expect(`${head.status} ${head.headers.get("content-type")} ${await head.text()}`, "200 application/json ");
  const large = await ask("/payments", {
    method: "POST",
    body: JSON.stringify({ ...order, description: "x".repeat(2 ** 21) }),
  });
  expect(`${large.status} ${(await large.json()).error.code}`, "413 body_too_large");
  const wrong = await ask("/payments", { method: "DELETE" });
  expect(`${wrong.status} ${wrong.headers.get("allow")}`, "405 GET, HEAD, POST, OPTIONS");
  await wrong.text();
  expect((await ask("/refunds")).status, 501);
  return `served ${id}, once for its key; 404, 405, 413, 501 and HEAD`;
}

function expect(got, wanted) {
  if (got !== wanted) throw new Error(`wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`);
}
