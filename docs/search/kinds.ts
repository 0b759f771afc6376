/** The kinds of pages, by which the search ranks: who asks how to do something wants a guide before a schema. */

export type Kind = "Guide" | "Reference" | "Error" | "Event" | "Server" | "Schema" | "More";

/** How much a page counts for its kind. */
export const weights: Readonly<Record<Kind, number>> = {
  Guide: 1,
  Reference: 0.7,
  Error: 0.5,
  Event: 0.5,
  /** For who serves the API, not for who calls it. */
  Server: 0.5,
  Schema: 0.3,
  More: 0.2,
};

const serverGuides = ["implement-the-api", "server-transactions", "run-the-handler", "deliver-webhooks"];

/** The kind of a page, by its path without slashes at its ends. */
export function kindOf(path: string): Kind {
  const [room = "", name = ""] = path.split("/");
  if (room === "errors") return "Error";
  if (room === "reference") return name === "schemas" ? "Schema" : name === "events" ? "Event" : "Reference";
  if (["changelog", "decisions"].includes(room) || name === "deployment") return "More";
  return serverGuides.includes(name) ? "Server" : "Guide";
}
