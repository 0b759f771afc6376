/**
 * Loaded before a program (`node --require`): blocks every connection that would leave this machine, and appends its host and
 * port to the file named in `BLOCKED_CONNECTIONS`.
 */
const { appendFileSync } = require("node:fs");
const { Socket } = require("node:net");

const { connect } = Socket.prototype;
const loopback = /^(localhost|127(\.\d+){3}|::1)$/;

Socket.prototype.connect = function (...args) {
  // Node itself passes an array of options and callback.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const { host, path, port } = Object(first) === first ? first : { port: first, host: second };
  if (path !== undefined || typeof host !== "string" || loopback.test(host)) return connect.apply(this, args);
  appendFileSync(process.env.BLOCKED_CONNECTIONS, `${host}:${port}\n`);
  return this.destroy(new Error(`a connection to ${host}:${port} would leave this machine`));
};
