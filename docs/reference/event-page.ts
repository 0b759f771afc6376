/** The page of an event type: what VINR posts, and what to answer. */
import { href, schemaSlug } from "./addresses.ts";
import type { Fields } from "./fields.ts";
import { code, link, page, prose, summarize, table } from "./markdown.ts";
import { requestParts } from "./operation-page.ts";
import { refName } from "./raw.ts";
import type { Description } from "./read-description.ts";

type Event = Description["events"][number];

export function eventPage(event: Event, fields: Fields): string {
  const { type, summary, description, responses } = event;
  const title = `${type}`;
  return page(
    { title, description: `${summary}. ${summarize(description)}`, sidebar: { label: type } },
    prose(description),
    `VINR posts it to each webhook endpoint that enabled ${code(type)} or ${code("*")}. ${link("Verify the signature", "/guides/webhooks/#verify")} before you believe it.`,
    ...requestParts(event, fields).map((part) => (part === "## Request" ? "## Delivery" : part)),
    "## Your answer",
    table(
      ["Status", "Meaning"],
      responses.map((response) => [response.status, prose(response.description)]),
    ),
  );
}

export function eventsIndex({ events }: Description): string {
  const rows = events.map(({ type, summary, body }) => [
    link(code(type), href(`reference/events/${type.replaceAll(/[._]/g, "-")}`)),
    summary,
    resource(refName(body?.schema) ?? ""),
  ]);
  return page(
    {
      title: "Events",
      description: "Every event type that VINR posts to webhook endpoints.",
      sidebar: { label: "All events", order: 0 },
    },
    "An event says what happened and holds the resource as it was then. New types may appear: answer an unknown one with `2xx` and go on.",
    table(["Type", "When", "Schema"], rows),
    `How to take them: ${link("Webhooks", "/guides/webhooks/")}.`,
  );
}

function resource(name: string): string {
  return link(code(name), href(schemaSlug(name)));
}
