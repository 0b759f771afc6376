import type { Fetch } from "./http-seam.js";

/** The version of undici that Node's fetch is; undefined elsewhere. */
const undici = (globalThis as { process?: { versions?: { undici?: string } } }).process?.versions?.undici;

/**
 * The global `fetch`, looked up at each call, so that one which is instrumented later is used.
 *
 * Node's keeps a copy of every request that may meet a redirect, which is a quarter of its work. Told to fail there, it
 * makes none; from its failure comes what a browser answers with at a redirect: a response of status 0. It misses the
 * copy where a server says that the request was misdirected (421), and so is to be sent anew: then it may have one.
 */
export const globalFetch: Fetch = (url, init) =>
  fetch(url, { ...init, redirect: undici ? "error" : "manual" }).catch((error: unknown) => {
    const { message } = Object(Object(error).cause);
    if (/redirect/.test(message)) return Response.error();
    if (/content-length/.test(message)) return fetch(url, init);
    throw error;
  });
