/**
 * A transport for Node: keep-alive connections of `node:http` and `node:https`, at a third of the CPU time of `fetch`.
 *
 * @packageDocumentation
 */
export { createNodeFetch, type NodeFetch, type NodeFetchOptions } from "./node/node-fetch.js";
