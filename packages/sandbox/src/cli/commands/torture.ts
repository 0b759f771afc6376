import { parseArgs } from "node:util";
import { readHttpUrl } from "../../http-url.js";
import { Receiver } from "../torture/receiver.js";
import { describeResults, runTrials } from "../torture/run-trials.js";
import { type Command, CommandError, UsageError } from "./command.js";
import { asJson } from "./printable.js";

export const torture: Command = {
  name: "torture",
  usage: `vinr-sandbox torture URL --secret SECRET [--json]

Sends your webhook handler what it must survive: duplicates, wrong and rotated signatures, old timestamps, reordered and unknown
events, large and slow bodies, simultaneous copies. Prints what it did and what was expected; the exit code is 1 if it failed even
once. No sandbox has to run. Your handler does real work for each event that it accepts: do not try one in production.

  --secret SECRET   the secret that the handler verifies with (default the environment variable VINR_WEBHOOK_SECRET)
  --json            prints the results as JSON`,

  async run(args, { env, print, showProgress }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { secret: { type: "string" }, json: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    const receiver = new Receiver(readUrl(positionals), readSecret(values.secret ?? env.VINR_WEBHOOK_SECRET));
    const show = values.json ? undefined : showProgress;
    const results = await runTrials(receiver, (number, count, name) => show?.(`Trial ${number} of ${count}: ${name}`));
    show?.(undefined);
    const failed = results.filter(({ isPassed }) => !isPassed).length;
    if (values.json) {
      const list = results.map(({ isPassed: passed, ...result }) => ({ passed, ...result }));
      print(asJson({ url: receiver.url.href, passed: failed === 0, trials: list }));
    } else {
      for (const line of describeResults(results)) print(line);
    }
    if (failed > 0) throw new CommandError(`The receiver failed ${failed} of ${results.length} trials.`);
    if (!values.json) print(`The receiver passed all ${results.length} trials.`);
  },
};

/** @throws {UsageError} for anything but one address: nothing is sent to an address that nobody named. */
function readUrl(positionals: readonly string[]): URL {
  const [text = "", ...rest] = positionals;
  const url = readHttpUrl(text);
  if (rest.length === 0 && url?.username === "" && url.password === "") return url;
  throw new UsageError("torture takes the address of your webhook handler, such as http://127.0.0.1:3000/webhooks.");
}

/** No message repeats the secret. */
function readSecret(secret: string | undefined): string {
  if (secret !== undefined && /^whsec_[!-~]+$/.test(secret)) return secret;
  throw new UsageError("--secret takes the secret that your handler verifies with. It starts with whsec_.");
}
