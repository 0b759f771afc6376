import { isVinrError, Vinr } from "@vinr/client";
import { beforeEach, describe, expect, it } from "vitest";
import type { Permission } from "../src/generated/types.js";
import { createSandbox, type Sandbox } from "../src/index.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = createSandbox();
});

const clientOf = (secretKey: string) => new Vinr({ secretKey, fetch: sandbox.fetch, maxRetries: 0 });

async function codeOf(act: Promise<unknown>): Promise<unknown> {
  try {
    await act;
    return "done";
  } catch (error) {
    return isVinrError(error) ? error.code : error;
  }
}

describe("a restricted key", () => {
  const attempts: [Permission, (vinr: Vinr) => Promise<unknown>][] = [
    ["payments:read", (vinr) => vinr.payments.list()],
    ["payments:write", (vinr) => vinr.payments.create(newPayment)],
    ["refunds:read", (vinr) => vinr.refunds.list()],
    ["webhook_endpoints:read", (vinr) => vinr.webhooks.list()],
    ["webhook_endpoints:write", (vinr) => vinr.webhooks.create({ url: "https://a.example/", enabled_events: ["*"] })],
    ["settlements:read", (vinr) => vinr.settlements.list()],
  ];
  it.each(attempts)("with %s may do that, and nothing else", async (permission, attempt) => {
    const vinr = clientOf(await sandbox.restrictedKey([permission]));
    expect(await codeOf(attempt(vinr))).toBe("done");
    const others = attempts.filter(([other]) => other !== permission);
    const codes = await Promise.all(others.map(([, other]) => codeOf(other(vinr))));
    expect(new Set(codes)).toEqual(new Set(["permission_denied"]));
  });

  it("opens the account that made it, and no other", async () => {
    const { id } = await clientOf(sandbox.key()).payments.create(newPayment);
    const [own, other] = [sandbox, sandbox.account("other")];
    expect(
      (await clientOf(await own.restrictedKey(["payments:read"])).payments.list()).data.map((one) => one.id),
    ).toEqual([id]);
    expect((await clientOf(await other.restrictedKey(["payments:read"])).payments.list()).data).toEqual([]);
  });

  it("is expired_api_key from the moment it expires", async () => {
    const key = await sandbox.restrictedKey(["payments:read"]);
    await sandbox.expireRestrictedKey(key);
    expect(await codeOf(clientOf(key).payments.list())).toBe("expired_api_key");
  });

  it("expires in its own account, and by the whole key", async () => {
    const key = await sandbox.restrictedKey(["payments:read"]);
    const ofOther = key.replace("rk_test_sandbox", "rk_test_another");
    for (const wrong of [ofOther, `${key.slice(0, -1)}A`, "rk_test_sandbox", sandbox.key()]) {
      await expect(sandbox.expireRestrictedKey(wrong)).rejects.toMatchObject({ code: "resource_not_found" });
    }
    await expect(sandbox.account("another").expireRestrictedKey(key)).rejects.toMatchObject({
      code: "resource_not_found",
    });
    expect(await codeOf(clientOf(key).payments.list())).toBe("done");
  });

  it("that was not made, or has another end, is invalid_api_key", async () => {
    const key = await sandbox.restrictedKey(["payments:read"]);
    for (const wrong of ["rk_test_sandbox", "rk_test_sandboxwithoutanykey", `${key.slice(0, -1)}A`]) {
      expect(await codeOf(clientOf(wrong).payments.list())).toBe("invalid_api_key");
    }
  });

  it("is gone when its account is reset", async () => {
    const key = await sandbox.restrictedKey(["payments:read"]);
    await sandbox.reset();
    expect(await codeOf(clientOf(key).payments.list())).toBe("invalid_api_key");
  });

  it("takes at least one permission", async () => {
    await expect(sandbox.restrictedKey([])).rejects.toMatchObject({ code: "parameter_invalid" });
  });
});
