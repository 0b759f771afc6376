/** Creates payments in a process of its own, in accounts that all processes share: `fork("create-worker.js", [URL, NAME])`. */
import { createSandbox } from "@vinr/sandbox";
import { createPostgresStore } from "@vinr/sandbox/postgres";
import { newPayment } from "../shared/payment.js";

const [url, name] = process.argv.slice(2);
const accounts = 32;
const sandbox = createSandbox({ store: await createPostgresStore(url) });

async function create(index) {
  const response = await sandbox.fetch("http://sandbox/v1/payments", {
    method: "POST",
    headers: {
      authorization: `Bearer ${sandbox.account(`shop${index % accounts}`).key()}`,
      "content-type": "application/json",
      "idempotency-key": `${name}-${index}`,
    },
    body: JSON.stringify(newPayment),
  });
  if (response.status !== 201) throw new Error(await response.text());
}

process.on("message", async ({ from, to }) => {
  let next = from;
  const work = async () => {
    while (next < to) await create(next++);
  };
  await Promise.all(Array.from({ length: 8 }, work));
  process.send("done");
});
process.send("ready");
