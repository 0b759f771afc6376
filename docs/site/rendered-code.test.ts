import { createRenderer, type ExpressiveCodeBlockOptions } from "@astrojs/starlight/expressive-code";
import { beforeEach, describe, expect, it } from "vitest";
import { rememberRendered } from "./rendered-code.ts";

/** The texts that were highlighted, in their order. */
let highlighted: string[];
let render: (block: Partial<ExpressiveCodeBlockOptions>, groupIndex?: number) => Promise<string>;

beforeEach(async () => {
  highlighted = [];
  const { ec } = await createRenderer({
    plugins: [
      {
        name: "counts",
        hooks: {
          performSyntaxAnalysis: ({ codeBlock }) => void highlighted.push(codeBlock.code),
          postprocessRenderedBlockGroup: ({ renderData, renderedGroupContents: [block] }) => {
            const isFirst = block?.codeBlock.parentDocument?.positionInDocument?.groupIndex === 0;
            if (isFirst) renderData.groupAst.properties.id = "first";
          },
        },
      },
    ],
  });
  rememberRendered(ec);
  render = async (block, groupIndex = 1) => {
    const parentDocument = { positionInDocument: { groupIndex } };
    const options = { code: "const a = 1;", language: "ts", parentDocument, ...block };
    return JSON.stringify((await ec.render(options)).renderedGroupAst);
  };
});

describe("a rendered code block", () => {
  it("is highlighted once, however many pages show it", async () => {
    const first = await render({});
    expect(await render({})).toBe(first);
    expect(await render({}, 7)).toBe(first);
    expect(highlighted).toEqual(["const a = 1;"]);
  });

  it("is highlighted anew when its text changes", async () => {
    expect(await render({ code: "const b = 2;" })).not.toBe(await render({}));
    expect(highlighted).toEqual(["const b = 2;", "const a = 1;"]);
  });

  it.each([
    ["language", { language: "sh" }],
    ["title", { props: { title: "TypeScript" } }],
    ["frame", { props: { frame: "terminal" } }],
    ["meta string", { meta: "{1}" }],
  ] as const)("of another %s is another", async (_, other) => {
    expect(await render(other)).not.toBe(await render({}));
  });

  it("brings the styles and the script where it is the first of its page, and only there", async () => {
    expect(await render({}, 0)).toContain('"first"');
    expect(await render({}, 1)).not.toContain('"first"');
    expect(await render({}, 0)).toContain('"first"');
  });
});

it("what a page adds to its block does not show on the next", async () => {
  const { ec } = await createRenderer();
  rememberRendered(ec);
  const block = { code: "a", language: "txt" };
  const { renderedGroupAst } = await ec.render(block);
  renderedGroupAst.children.push({ type: "text", value: "added" });
  expect(JSON.stringify((await ec.render(block)).renderedGroupAst)).not.toContain("added");
});
