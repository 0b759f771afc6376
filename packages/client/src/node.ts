/**
 * A transport for Node on undici: connection pool, decompression, proxies and HTTP/2, at a fraction of the CPU time of
 * `fetch`. It needs the package undici: `npm install undici@7`.
 *
 * @packageDocumentation
 */
export { createNodeFetch, type NodeFetch, type NodeFetchOptions } from "./node/create-node-fetch.js";
