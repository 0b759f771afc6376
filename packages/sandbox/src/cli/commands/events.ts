import { parseArgs } from "node:util";
import type { Event } from "@vinr/server";
import type { EventList } from "../../generated/types.js";
import { type Command, UsageError } from "./command.js";
import { type Connection, connectionOptions, connectionUsage, readConnection } from "./connection.js";
import { NewEvents } from "./new-events.js";

/** How often a running sandbox is asked for new events, in milliseconds. */
const pause = 400;

export const events: Command = {
  name: "events",
  usage: `vinr-sandbox events [--follow] [--limit N] [--url URL] [--key KEY] [--json]

Prints the last events of the account, the oldest first.

  --follow    goes on with each event that happens, until Ctrl-C
  --limit N   how many of those that have happened (default 25, at most 100; 0 only with --follow)
${connectionUsage}
  --json      prints each event as one line of JSON`,

  async run(args, { env, print, remark }) {
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
    const show = (event: Event) => print(values.json ? JSON.stringify(event) : describeEvent(event));
    // With --limit 0, one is read to know where to begin.
    const { data } = await connection.list<EventList>(`/events?limit=${Math.max(1, limit)}`);
    for (const event of data.slice(0, limit).reverse()) show(event);
    if (values.follow) {
      if (!values.json) remark(`Following the account ${connection.account} at ${connection.origin}; Ctrl-C ends it.`);
      await follow(connection, data[0], { show, remark });
    } else if (data.length === 0 && !values.json) {
      remark(
        `The account ${connection.account} has no events. Make one with: npx @vinr/sandbox trigger payment.completed`,
      );
    }
  },
};

/** Shows each event that happens, until the process ends or the sandbox cannot be reached. */
async function follow(
  connection: Connection,
  newest: Event | undefined,
  { show, remark }: { show(event: Event): void; remark(line: string): void },
): Promise<never> {
  const newEvents = NewEvents.after(connection, newest);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const found = await newEvents.read();
    if (found === undefined) remark("The account was reset or restored. These are the events that it has now:");
    for (const event of found ?? []) show(event);
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
