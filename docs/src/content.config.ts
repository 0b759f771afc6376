import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
import { glob } from "astro/loaders";

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  /** The instructions for an error, by its code. */
  advice: defineCollection({ loader: glob({ base: "errors", pattern: "*.md" }) }),
};
