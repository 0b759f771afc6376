/** Milliseconds from the start of the process to the end of its first response: `node first.js NAME`. */
import { request } from "node:http";
import { key } from "../shared/payment.js";

const { listen } = await import(`./contenders/${process.argv[2]}.js`);
const port = await listen();
const headers = { authorization: `Bearer ${key}` };
request({ port, host: "127.0.0.1", path: "/v1/payments/pay_1234567890", headers }, (response) => {
  if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`);
  response.resume().on("end", () => {
    console.log(performance.now());
    process.exit(0);
  });
}).end();
