/** One contender in a process of its own: `fork("worker.js", [NAME])`. Sends its port and a payment, then its CPU time whenever asked. */
const { listen } = await import(`./contenders/${process.argv[2]}.js`);
const started = await listen();
process.on("message", () => process.send(process.cpuUsage()));
process.send(started);
