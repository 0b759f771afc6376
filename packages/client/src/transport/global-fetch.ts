import { ownProperties } from "../config/own-properties.js";
import type { Fetch } from "./transport.js";

/**
 * The global `fetch`, looked up for each request, because instrumentation may replace it at any time. Where a request has no body,
 * Node's would look for one on `Object.prototype`.
 */
export const globalFetch: Fetch = (url, init) => fetch(url, ownProperties({ ...init, body: init.body ?? null }));
