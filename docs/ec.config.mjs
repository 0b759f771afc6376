/** How code blocks are rendered. How they look is in `astro.config.ts`. */
import { createRenderer, defineEcConfig } from "@astrojs/starlight/expressive-code";
import { rememberRendered } from "./site/rendered-code.ts";

export default defineEcConfig({
  async customCreateRenderer(options) {
    const renderer = await createRenderer(options);
    rememberRendered(renderer.ec);
    return renderer;
  },
});
