/** The options of `pnpm start`. */
import { parseArgs } from "node:util";
import { readPort } from "../ports.ts";

export interface StartOptions {
  readonly mockPort: number;
  readonly docsPort: number;
  readonly sandboxPort: number;
  readonly docsOnly: boolean;
  readonly help: boolean;
}

export const usage = `pnpm start [--mock-port 4010] [--sandbox-port 4020] [--docs-port 4000] [--docs-only]

Checks the spec, generates and builds what depends on it, and serves the mock API, the sandbox and the docs. Does so again
on each save in spec/; saved guides and samples appear in the docs. Press Ctrl-C to stop.

  --mock-port PORT    where the mock listens on 127.0.0.1 (default 4010; 0 picks a free port)
  --sandbox-port PORT where the sandbox listens on 127.0.0.1 (default 4020; 0 picks a free port)
  --docs-port PORT    where the docs are served on 127.0.0.1 (default 4000; 0 picks a free port)
  --docs-only         serves only the docs`;

/** Reads the arguments, and throws an `Error` that says what is wrong with them. */
export function readOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      "mock-port": { type: "string", default: "4010" },
      "sandbox-port": { type: "string", default: "4020" },
      "docs-port": { type: "string", default: "4000" },
      "docs-only": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  return {
    mockPort: readPort(values["mock-port"], "--mock-port"),
    sandboxPort: readPort(values["sandbox-port"], "--sandbox-port"),
    docsPort: readPort(values["docs-port"], "--docs-port"),
    docsOnly: values["docs-only"],
    help: values.help,
  };
}
