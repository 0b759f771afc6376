/** The process of `card-painter.ts`: draws each card that it is sent, and ends at the word. */
import { on } from "node:events";
import { writeFile } from "node:fs/promises";
import type { Card } from "./card-painter.ts";
import { drawCard } from "./cards.ts";

process.on("disconnect", () => process.exit());
for await (const [card] of on(process, "message") as AsyncIterable<[Card | "end"]>) {
  if (card === "end") break;
  await writeFile(card.file, await drawCard(card.words));
}
process.exit();
