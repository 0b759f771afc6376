import { parseArgs } from "node:util";
import type { Event } from "@vinr/server";
import { suggest } from "@vinr/validators/internal";
import type { Delivery, DeliveryList } from "../../generated/types.js";
import { type Command, CommandError, UsageError } from "./command.js";
import { type Connection, connectionOptions, connectionUsage, readConnection } from "./connection.js";
import { NewEvents } from "./new-events.js";
import { asJson } from "./printable.js";
import { Cast, recipes } from "./recipes.js";

const types = Object.keys(recipes);

export const trigger: Command = {
  name: "trigger",
  usage: `vinr-sandbox trigger EVENT [--url URL] [--key KEY] [--json]

Does everything that causes an event, such as creating a payment and paying it, and sends its webhook deliveries. For events that
time causes, it moves the account's clock. EVENT is one of
${types.map((type) => `  ${type}`).join("\n")}

${connectionUsage}
  --json      prints the event and its deliveries as JSON`,

  async run(args, { env, print }) {
    const { values, positionals } = parseArgs({ args: [...args], options: connectionOptions, allowPositionals: true });
    const [given, ...rest] = positionals;
    if (given === undefined || rest.length > 0) {
      throw new UsageError("trigger takes one type of event, such as payment.completed.");
    }
    const type = readType(given);
    const connection = readConnection(values, env);
    const newEvents = await NewEvents.fromNow(connection);
    const cast = new Cast(connection);
    const subject = await recipes[type](cast);
    const event = findEvent((await newEvents.read()) ?? [], type, subject);
    const deliveries = await deliver(connection, event);
    if (values.json) return print(asJson({ event, deliveries }));
    print(`${type} happened in the account ${connection.account}: ${event.id}, about ${event.data.object.id}`);
    if (cast.moved !== undefined) print(`The account's clock was moved by ${cast.moved}.`);
    for (const line of describeDeliveries(deliveries)) print(line);
  },
};

/** @throws {UsageError} that names the nearest type. The usage, which is shown with it, lists all of them. */
function readType(text: string): Event["type"] {
  const found = types.find((type) => type === text);
  if (found !== undefined) return found as Event["type"];
  const nearest = suggest(text, types);
  const hint = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
  throw new UsageError(`There is no type of event ${JSON.stringify(text)}.${hint}`);
}

/** @throws {CommandError} if something else in the account prevented the event. */
function findEvent(events: readonly Event[], type: Event["type"], subject: string | undefined): Event {
  const ofType = events.filter((event) => event.type === type);
  const found = ofType.find(({ data }) => data.object.id === subject) ?? ofType.at(-1);
  if (found !== undefined) return found;
  throw new CommandError(`${type} did not happen: something else uses the account at the same time. Try it again.`);
}

/** Sends what is due, and returns the deliveries of the event. */
async function deliver(connection: Connection, event: Event): Promise<readonly Delivery[]> {
  await connection.post("/delivery-runs");
  const { data } = await connection.list<DeliveryList>("/deliveries?limit=100");
  return data.filter((delivery) => delivery.event === event.id);
}

function describeDeliveries(deliveries: readonly Delivery[]): readonly string[] {
  if (deliveries.length > 0) return deliveries.map(describeDelivery);
  return [
    "It was sent nowhere. Register a webhook endpoint, or start the sandbox with --forward-to http://127.0.0.1:3000/webhooks",
  ];
}

function describeDelivery({ endpoint, status, attempts }: Delivery): string {
  const last = attempts.at(-1);
  const outcome = last?.status ?? last?.error ?? "not yet";
  const next = status === "pending" ? "; the sandbox tries again by the schedule" : "";
  return `Sent to ${endpoint}: ${outcome}${next}`;
}
