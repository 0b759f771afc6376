import { ownInit } from "../config/own-properties.js";
import type { Fetch } from "./transport.js";

/** The global `fetch`, looked up for each request, because instrumentation may replace it at any time. */
export const globalFetch: Fetch = (url, init) => fetch(url, ownInit(init));
