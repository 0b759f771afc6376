#!/usr/bin/env node
/** `vinr-sandbox`: serves the sandbox until it is told to stop. */
import { StoreUnavailableError } from "../store/store.js";
import type { CommandOptions, Storage } from "./options.js";
import { readOptions, usage } from "./options.js";
import { type RunningSandbox, serveSandbox } from "./serve.js";

let sandbox: RunningSandbox | undefined;
let isStopping = false;

/** Ends after the requests under way. Asked a second time, it ends at once. */
async function stop(): Promise<void> {
  if (isStopping) process.exit(1);
  isStopping = true;
  await sandbox?.close();
  process.exit(0);
}

function introduce(origin: string, storage: Storage): string {
  return `VINR sandbox  ${origin}/v1
control       ${origin}/sandbox: the customer, the bank and time
window        ${origin}/ in a browser: payments, events, requests, time
checkout      open the checkoutUrl of a payment in a browser, and pay as its customer
key           sk_test_sandbox; any key that starts with sk_test_ opens an account of its own
accounts      ${storage.kind === "memory" ? "in memory, gone when this ends; --data FILE keeps them" : `in the ${storage.kind}`}

Try it:
curl ${origin}/v1/payments -H 'Authorization: Bearer sk_test_sandbox' -H 'Content-Type: application/json' -d '{"amount":1000,"currency":"EUR","returnUrl":"https://shop.example/return"}'
`;
}

async function main(options: CommandOptions): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  // A program that started it over a channel of Node, such as `pnpm start`, is gone.
  process.on("disconnect", () => void stop());
  sandbox = await serveSandbox(options, (error) => {
    // An outage is not a mistake in the program: its message says it all.
    console.error(error instanceof StoreUnavailableError ? `VINR sandbox: ${error.message}` : error);
  });
  if (isStopping) return sandbox.close();
  console.log(introduce(sandbox.origin, options.storage));
}

/** The arguments, or a message about them and the end of the process. */
function readArguments(): CommandOptions {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}

const options = readArguments();
if (options.help) {
  console.log(usage);
} else {
  await main(options).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
