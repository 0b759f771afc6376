import { describe, expect, it } from "vitest";
import type { CallResult } from "../response/response-metadata.js";
import { VinrCall } from "./call.js";

function resultOf(data: string): CallResult<string> {
  const info = { operationId: undefined, method: "GET", urlTemplate: "/a", url: "/a", idempotencyKey: undefined };
  const request = { info, url: "/a", title: "GET /a", headers: [], body: undefined, redact: String };
  return { data, call: { request, attempts: 1, mayHaveTakenEffect: false } };
}

describe("a call", () => {
  it("resolves with its data", async () => {
    expect(await new VinrCall(Promise.resolve(resultOf("a")))).toBe("a");
  });

  it("works with Promise.all like any promise", async () => {
    const calls = [new VinrCall(Promise.resolve(resultOf("a"))), new VinrCall(Promise.resolve(resultOf("b")))];
    expect(await Promise.all(calls)).toEqual(["a", "b"]);
  });

  it("ignores handlers that are not functions, like any promise", async () => {
    expect(await new VinrCall(Promise.resolve(resultOf("a"))).then(5 as never, "b" as never)).toBe("a");
  });

  it("can be caught like any promise", async () => {
    const failed = new VinrCall<string>(Promise.reject(new Error("no")));
    expect(await failed.catch((error: Error) => error.message)).toBe("no");
  });

  it("calls finally like any promise", async () => {
    let ended = false;
    await new VinrCall(Promise.resolve(resultOf("a"))).finally(() => {
      ended = true;
    });
    expect(ended).toBe(true);
  });

  it("rejects once if only the response metadata is asked for", async () => {
    const failed = new VinrCall<string>(Promise.reject(new Error("no")));
    await expect(failed.withResponse()).rejects.toThrow("no");
  });
});
