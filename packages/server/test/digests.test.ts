import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, it } from "vitest";

const source = fileURLToPath(new URL("../src/digests.ts", import.meta.url));

/** Loads the module where there is nothing but what every host has, and what this one has. */
async function loadIn(host: object): Promise<typeof import("../src/digests.js")> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    format: "iife",
    globalName: "digests",
    write: false,
  });
  return runInContext(`${outputFiles[0]?.text}digests`, createContext({ crypto, TextEncoder, ...host }));
}

it.each([
  ["node:crypto", { process }],
  ["Web Crypto, where there is no Node", {}],
  ["Web Crypto, in a Node older than its way to a module", { process: { versions: process.versions } }],
])("digests are the same with %s", async (_, host) => {
  const { hmacSha256, sha256 } = await loadIn(host);
  // The first is of FIPS 180-4's examples, the second is test case 2 of RFC 4231.
  expect(await sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(await hmacSha256("Jefe", "what do ya want for nothing?")).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});
