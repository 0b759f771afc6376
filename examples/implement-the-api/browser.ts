import { Vinr } from "@vinr/client";
import type { Handler } from "@vinr/server";

/** A client whose requests go to a handler in the same process or browser tab, without a network. */
export function createVinr(handler: Handler): Vinr {
  return new Vinr({
    secretKey: "sk_test_InThisTab",
    // A made-up key: a real one never goes into a browser.
    dangerouslyAllowBrowser: true,
    fetch: (input, init) => handler(new Request(input, init)),
  });
}
