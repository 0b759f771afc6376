import { isVinrApiError, Vinr } from "@vinr/client";
import { createSandbox } from "@vinr/sandbox";

/** Tries a key that may only read settlements; returns how many it read, and the code of the refund that it may not make. */
export async function tryRestrictedKey(): Promise<{ settlements: number; refund: string }> {
  const sandbox = createSandbox();
  const secretKey = await sandbox.restrictedKey(["settlements:read"]);
  const job = new Vinr({ secretKey, fetch: sandbox.fetch });

  const { data } = await job.settlements.list();
  try {
    await job.refunds.create({ payment: "pay_1234567890" });
  } catch (error) {
    if (isVinrApiError(error)) return { settlements: data.length, refund: error.code }; // permission_denied
    throw error;
  }
  throw new Error("The key may do more than it should.");
}
