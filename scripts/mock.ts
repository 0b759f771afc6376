/** `pnpm mock`: serves the specification as an API on loopback, and prints a line for each request. */
import { parseArgs } from "node:util";
import { startMock } from "./mock/server.ts";
import { explainListenError, readPort } from "./ports.ts";
import { loadSpec } from "./read/document/load-spec.ts";

const usage = `pnpm mock [--port 4010] [--spec spec/openapi.yaml] [--cors]

Serves the API of the specification with its own examples, which take the values of your request: a new payment has your amount.
It is stateless: what you create cannot be retrieved, and has the same id each time.
Send the header Prefer: code=402, example=NAME to get a particular documented response.

  --cors  lets pages of any site read the responses`;

try {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4010" },
      spec: { type: "string", default: "spec/openapi.yaml" },
      cors: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    console.log(usage);
  } else {
    await serve(values.spec, readPort(values.port, "--port"), values.cors);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function serve(file: string, port: number, cors: boolean): Promise<void> {
  const spec = await loadSpec(file);
  const onResponse = (method: string, target: string, status: number, requestId: string): void =>
    console.log(`${status}  ${method} ${target}  ${requestId}`);
  const mock = await startMock({ spec, port, cors, onResponse }).catch((error: unknown) => {
    throw explainListenError(error, port, "--port");
  });
  console.log(`mock of ${file} at ${mock.url}`);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void mock.close());
}
