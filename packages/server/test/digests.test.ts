import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

it.each([
  ["node:crypto", process],
  ["Web Crypto, where there is no Node", undefined],
  ["Web Crypto, in a Node older than its way to a module", { versions: process.versions }],
])("digests are the same with %s", async (_, host) => {
  vi.resetModules();
  vi.stubGlobal("process", host);
  const { hmacSha256, sha256 } = await import("../src/digests.js");
  // The first is of FIPS 180-4's examples, the second is test case 2 of RFC 4231.
  expect(await sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(await hmacSha256("Jefe", "what do ya want for nothing?")).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});
