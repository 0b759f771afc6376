/** `pnpm mock`: serves the description as an API on loopback, one line for each request. */
import { parseArgs } from "node:util";
import { startMock } from "./mock/server.ts";
import { explainListenError, readPort } from "./ports.ts";
import { loadSpec } from "./read/load-spec.ts";

const usage = `pnpm mock [--port 4010] [--spec spec/openapi.yaml]

Serves the described API with its own examples. Stateless: nothing that is created can be found again.
Prefer: code=402, example=NAME asks for a documented response.`;

try {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4010" },
      spec: { type: "string", default: "spec/openapi.yaml" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    console.log(usage);
  } else {
    await serve(values.spec, readPort(values.port, "--port"));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function serve(spec: string, port: number): Promise<void> {
  const { document } = await loadSpec(spec);
  const onAnswer = (method: string, target: string, status: number, requestId: string): void =>
    console.log(`${status}  ${method} ${target}  ${requestId}`);
  const mock = await startMock({ document, port, onAnswer }).catch((error: unknown) => {
    throw explainListenError(error, port, "--port");
  });
  console.log(`mock of ${spec} at ${mock.url}`);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void mock.close());
}
