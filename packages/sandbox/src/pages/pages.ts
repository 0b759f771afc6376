/** All pages for people. Only `pages-on-demand.ts` imports this: programs never open one. */
import type { Handler } from "@vinr/server";
import { type CheckoutOptions, createCheckout } from "./checkout/checkout.js";
import type { WindowOptions } from "./window/context.js";
import { createWindow, type SandboxWindow } from "./window/window.js";

export interface PagesOptions {
  readonly checkout: CheckoutOptions;
  readonly window: WindowOptions;
}

export interface Pages {
  readonly checkout: Handler;
  readonly window: SandboxWindow;
}

export function createPages({ checkout, window }: PagesOptions): Pages {
  return { checkout: createCheckout(checkout), window: createWindow(window) };
}
