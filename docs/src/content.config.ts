import { defineCollection, z } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
import { glob } from "astro/loaders";
import { keepLastGood } from "../guides/dev-guides.ts";

export const collections = {
  docs: defineCollection({
    loader: keepLastGood(docsLoader()),
    /** `audience`: who a guide is for, in a sentence below its title. */
    schema: docsSchema({ extend: z.object({ audience: z.string().optional() }) }),
  }),
  /** The instructions for an error, by its code. */
  errorGuides: defineCollection({ loader: glob({ base: "errors", pattern: "*.md" }) }),
};
