/** Milliseconds to take, restore and fork a world of 10,000 payments in memory: the median of nine each. */
import { createSandbox } from "@vinr/sandbox";
import { median } from "../shared/measure-server.js";
import { newPayment } from "../shared/payment.js";

const sandbox = createSandbox();
for (let made = 0; made < 10_000; made++) {
  const response = await sandbox.fetch("http://sandbox/v1/payments", {
    method: "POST",
    headers: { authorization: `Bearer ${sandbox.key()}`, "content-type": "application/json" },
    body: JSON.stringify(newPayment),
  });
  if (response.status !== 201) throw new Error(await response.text());
}

async function time(work) {
  const samples = [];
  for (let turn = 0; turn < 9; turn++) {
    const before = performance.now();
    await work(turn);
    samples.push(performance.now() - before);
  }
  return median(samples);
}

const snapshot = await sandbox.snapshot();
const figures = {
  snapshot: await time(() => sandbox.snapshot()),
  restore: await time(() => sandbox.restore(snapshot)),
  fork: await time(async (turn) => sandbox.account(`fork${turn}`).restore(await sandbox.snapshot())),
};
console.log(JSON.stringify(figures));
