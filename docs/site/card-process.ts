/** The process of `card-painter.ts`: draws each card that it is sent, and ends at the word. */
import { on } from "node:events";
import { writeFile } from "node:fs/promises";
import type { CardJob } from "./card-painter.ts";
import { drawCard } from "./cards.ts";

process.on("disconnect", () => process.exit());
for await (const [job] of on(process, "message") as AsyncIterable<[CardJob | "end"]>) {
  if (job === "end") break;
  await writeFile(job.file, await drawCard(job.words));
}
process.exit();
