import { parseArgs } from "node:util";
import type { Clock, EventList } from "../../generated/types.js";
import { type Command, UsageError } from "./command.js";
import { type Connection, connectionOptions, connectionUsage, readConnection } from "./connection.js";
import { readDuration } from "./duration.js";
import { describeEvent } from "./events.js";
import { NewEvents } from "./new-events.js";
import { asJson } from "./printable.js";
import { withProgress } from "./progress.js";

export const advance: Command = {
  name: "advance",
  usage: `vinr-sandbox advance TIME [--url URL] [--key KEY] [--json]

Moves the account's clock forward, such as by 2d, 12h, 90m, 30s or 1d12h. Everything that falls due on the way happens in
order, and its webhook deliveries are sent, before the command ends.

${connectionUsage}
  --json      prints the clock and the events as JSON`,

  async run(args, { env, print, showProgress }) {
    const { values, positionals } = parseArgs({ args: [...args], options: connectionOptions, allowPositionals: true });
    const [time, ...rest] = positionals;
    if (time === undefined || rest.length > 0) throw new UsageError("advance takes one time, such as 2d.");
    const duration = readDuration(time);
    const connection = readConnection(values, env);
    const newEvents = await NewEvents.fromNow(connection);
    const work = async () => {
      const clock = await connection.post<Clock>("/clock/advances", duration);
      return { clock, events: (await newEvents.read()) ?? [] };
    };
    const { clock, events } = await withProgress(
      values.json ? undefined : showProgress,
      "Moving the clock",
      work(),
      (signal) => describeNewest(connection, signal),
    );
    if (values.json) return print(asJson({ clock, events }));
    print(`The clock of the account ${connection.account} is at ${clock.now} now.`);
    print(events.length === 0 ? "Nothing fell due." : "Happened on the way:");
    for (const event of events) print(`  ${describeEvent(event)}`);
  },
};

/** The progress of the account: its time is that of its newest event. */
async function describeNewest(connection: Connection, signal: AbortSignal): Promise<string> {
  const { data, page } = await connection.list<EventList>("/events?limit=1", signal);
  const [newest] = data;
  const at = newest === undefined ? "" : `, the last at ${newest.created_at}`;
  return `, ${page.total_estimate} events in the account${at}`;
}
