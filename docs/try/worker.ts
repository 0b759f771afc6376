/** Runs the sandbox in a worker of the page: requests go no further, and the page stays responsive. */
import type { ActionName, InputOf, Message, Reply } from "./protocol.ts";
import { openSandbox, type TrySandbox } from "./sandbox.ts";

/** As much of a worker's global scope as is used: the library of pages, which the other files need, knows it only from outside. */
const scope = globalThis as unknown as Pick<Worker, "addEventListener" | "postMessage">;

let opened: Promise<TrySandbox> | undefined;
/** One after another: each reply has the state after its own action. */
let last: Promise<void> = Promise.resolve();

scope.addEventListener("message", ({ data }: MessageEvent<Message>) => {
  last = last.then(async () => scope.postMessage(await reply(data)));
});

async function reply(message: Message): Promise<Reply> {
  const { number } = message;
  try {
    if (message.action === "open") opened = openSandbox(message.input);
    const sandbox = await (opened ?? openSandbox());
    const result = message.action === "open" ? undefined : await run(sandbox, message.action, message.input);
    // A check comes with each letter that a reader types, and changes nothing.
    const state = message.action === "check" ? undefined : await sandbox.readState();
    return { number, ok: true, result, state };
  } catch (error) {
    return { number, ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

function run<Name extends ActionName>(sandbox: TrySandbox, action: Name, input: InputOf<Name>): Promise<unknown> {
  // TypeScript does not follow the name of an action to both its function and its argument.
  return (sandbox[action] as (given: InputOf<Name>) => Promise<unknown>)(input);
}
