import type { Fetch } from "./http-seam.js";

/** As much of Node as is asked for. */
interface NodeGlobal {
  process?: { versions?: { undici?: string } };
  setImmediate(callback: () => void): void;
}

const node = globalThis as unknown as NodeGlobal;
/** The version of undici that Node's fetch is; undefined elsewhere. */
const undici = node.process?.versions?.undici;
/** Taken now, since a test that makes its own time later may hold it up for ever. */
const { setImmediate } = node;

/**
 * The global `fetch`, looked up at each call, so that one which is instrumented later is used.
 *
 * Node's keeps a copy of every request that may meet a redirect, which is a quarter of its work. Told to fail there, it
 * makes none; from its failure comes what a browser answers with at a redirect: a response of status 0. It misses the
 * copy where a server says that the request was misdirected (421), and so is to be sent anew: then it may have one.
 *
 * Node's has a connection free a turn of the event loop after its answer. Who asks sooner is given another one, which
 * costs a handshake: so each request waits for a turn.
 */
export const globalFetch: Fetch = async (url, init) => {
  if (undici) await new Promise<void>(setImmediate);
  return fetch(url, { ...init, redirect: undici ? "error" : "manual" }).catch((error: unknown) => {
    const { message } = Object(Object(error).cause);
    if (/redirect/.test(message)) return Response.error();
    if (/content-length/.test(message)) return fetch(url, init);
    throw error;
  });
};
