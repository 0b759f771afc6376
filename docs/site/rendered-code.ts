/**
 * Code blocks, each rendered once: the pages of operations show two hundred examples, of which a quarter are distinct, and a saved
 * specification or sample changes few of them.
 */
import type { ExpressiveCode, ExpressiveCodeBlockOptions } from "@astrojs/starlight/expressive-code";

type Render = ExpressiveCode["render"];

/** Makes an engine remember each block that it rendered, for as long as it lives. */
export function rememberRendered(engine: Pick<ExpressiveCode, "render">): void {
  const render: Render = engine.render.bind(engine);
  const rendered = new Map<string, Awaited<ReturnType<Render>>>();
  engine.render = async (input, options) => {
    // Several blocks in a frame, or one that is being rendered: nothing here makes them.
    if (Array.isArray(input) || options !== undefined) return render(input, options);
    const key = keyOf(input);
    const result = rendered.get(key) ?? (await render(input));
    rendered.set(key, result);
    // A page may add to its own.
    return { ...result, renderedGroupAst: structuredClone(result.renderedGroupAst) };
  };
}

/** All that decides how a block is rendered. The first one of a page brings the styles and the script of all. */
function keyOf({ code, language, meta, locale, props, parentDocument }: ExpressiveCodeBlockOptions): string {
  const isFirst = parentDocument?.positionInDocument?.groupIndex === 0;
  return JSON.stringify([code, language, meta, locale, props, isFirst]);
}
