import { describe, expect, it } from "vitest";
import { VinrCall } from "./call.js";
import type { Outcome } from "./outcome.js";

function outcome(data: string): Outcome<string> {
  const info = { operationId: undefined, method: "GET", urlTemplate: "/a", url: "/a", idempotencyKey: undefined };
  const job = {
    info,
    url: "/a",
    target: "/a",
    headers: [],
    body: undefined,
    redact: String,
    attempts: 1,
    isUncertain: false,
  };
  return { data, job };
}

describe("a call", () => {
  it("awaited is its data", async () => {
    expect(await new VinrCall(Promise.resolve(outcome("a")))).toBe("a");
  });

  it("goes through Promise.all like any promise", async () => {
    const calls = [new VinrCall(Promise.resolve(outcome("a"))), new VinrCall(Promise.resolve(outcome("b")))];
    expect(await Promise.all(calls)).toEqual(["a", "b"]);
  });

  it("passes over what is no function, like any promise", async () => {
    expect(await new VinrCall(Promise.resolve(outcome("a"))).then(5 as never, "b" as never)).toBe("a");
  });

  it("catches like any promise", async () => {
    const failed = new VinrCall<string>(Promise.reject(new Error("no")));
    expect(await failed.catch((error: Error) => error.message)).toBe("no");
  });

  it("tells its end like any promise", async () => {
    let ended = false;
    await new VinrCall(Promise.resolve(outcome("a"))).finally(() => {
      ended = true;
    });
    expect(ended).toBe(true);
  });

  it("reports a failure once, to who asks for the circumstances alone", async () => {
    const failed = new VinrCall<string>(Promise.reject(new Error("no")));
    await expect(failed.withResponse()).rejects.toThrow("no");
  });
});
