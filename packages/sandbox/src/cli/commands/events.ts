import { parseArgs } from "node:util";
import type { Event } from "@vinr/server";
import type { EventList } from "../../generated/types.js";
import { type Command, type CommandContext, UsageError } from "./command.js";
import { connectionOptions, connectionUsage, readConnection, SandboxError } from "./connection.js";
import { NewEvents } from "./new-events.js";
import { asJson } from "./printable.js";

/** How often a running sandbox is asked for new events, in milliseconds. */
const pause = 400;

/** How long a sandbox that is busy or lacks its database is asked again, in milliseconds. */
const patience = 60_000;

export const events: Command = {
  name: "events",
  usage: `vinr-sandbox events [--follow] [--limit N] [--url URL] [--key KEY] [--json]

Prints the account's last events, oldest first.

  --follow    then prints each new event as it happens, until Ctrl-C
  --limit N   how many past events to print (default 25, at most 100; 0 only with --follow)
${connectionUsage}
  --json      prints each event as one line of JSON`,

  async run(args, { env, print, untilPrinted, remark }) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...connectionOptions,
        follow: { type: "boolean", short: "f", default: false },
        limit: { type: "string", default: "25" },
      },
    });
    const limit = readLimit(values.limit, values.follow);
    const connection = readConnection(values, env);
    const show = (event: Event) => print(values.json ? asJson(event) : describeEvent(event));
    // Even with a smaller limit, two are read, to know where to begin.
    const { data } = await connection.list<EventList>(`/events?limit=${Math.max(2, limit)}`);
    for (const event of data.slice(0, limit).reverse()) show(event);
    if (values.follow) {
      if (!values.json) remark(`Following the account ${connection.account} at ${connection.origin}; Ctrl-C ends it.`);
      await follow(NewEvents.after(connection, data), { show, untilPrinted, remark });
    } else if (data.length === 0 && !values.json) {
      remark(
        `The account ${connection.account} has no events. Make one with: npx @vinr/sandbox trigger payment.completed`,
      );
    }
  },
};

/** Shows each event that happens, until the process ends or the sandbox cannot be reached. */
async function follow(
  newEvents: NewEvents,
  { show, untilPrinted, remark }: Pick<CommandContext, "remark" | "untilPrinted"> & { show(event: Event): void },
): Promise<never> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const found = await readPatiently(newEvents);
    if (found === undefined) remark("The account was reset or restored. These are the events that it has now:");
    for (const event of found ?? []) show(event);
    await untilPrinted();
  }
}

/** @throws {SandboxError} the last error of the sandbox, if the wait would be too long. */
async function readPatiently(newEvents: NewEvents): ReturnType<NewEvents["read"]> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return await newEvents.read();
    } catch (error) {
      if (!(error instanceof SandboxError && /^(?:rate_limited|service_unavailable)$/.test(error.code))) throw error;
      const wait = Math.max(1, error.retryAfter || 0) * 1000;
      if (performance.now() + wait > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** An event in one line. */
export function describeEvent({ id, type, created_at, data }: Event): string {
  return `${created_at}  ${type.padEnd(20)}  ${id}  ${data.object.id}`;
}

function readLimit(text: string, mayBeZero: boolean): number {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : -1;
  if (limit >= (mayBeZero ? 0 : 1) && limit <= 100) return limit;
  throw new UsageError(`--limit takes a number from 1 to 100, got ${JSON.stringify(text)}.`);
}
