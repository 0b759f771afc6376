import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { CardPainter } from "./card-painter.ts";
import { cardOf, cardSvg, cardTags } from "./cards.ts";

describe("the social card of a page", () => {
  it.each([
    ["index.html", "cards/home.png"],
    ["index.md", "cards/home.png"],
    ["guides/refunds/index.html", "cards/guides-refunds.png"],
    ["reference/payments/create-payment.md", "cards/reference-payments-create-payment.png"],
    ["errors/index.html", "cards/errors.png"],
    ["errors/card_declined/index.html", "cards/errors.png"],
    ["reference/schemas/payment/index.html", "cards/reference-schemas.png"],
  ])("of %s is %s", (page, card) => {
    expect(cardOf(page)).toBe(card);
  });

  it("shows what a page is called as text, whatever it is", () => {
    const svg = cardSvg({ title: "</text><script>a()</script>", description: "A & B" });
    expect(svg).not.toContain("<script>");
    expect(svg).toContain("A &amp; B");
    expect(cardTags("index.html", { title: '"><script>a()</script>', description: "" })).not.toContain("<script>");
  });

  it("breaks long texts into lines, and cuts off what is still too long", () => {
    const svg = cardSvg({ title: "Refunds", description: "word ".repeat(100) });
    expect(svg.match(/<text /g)).toHaveLength(6);
    expect(svg).toContain(" …</text>");
  });
});

describe("the process that draws cards", () => {
  it("writes each as a picture, the same each time", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vinr-cards-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const words = { title: "Refunds", description: "Money back." };
    const files = ["a.png", "b.png"].map((name) => join(folder, name));
    const painter = new CardPainter();
    for (const file of files) painter.draw({ file, words });
    await painter.finish();
    const [first, second] = await Promise.all(files.map((file) => readFile(file)));
    expect(first?.subarray(1, 4).toString()).toBe("PNG");
    expect(second).toEqual(first);
  });

  it("reports a card that cannot be written", async () => {
    const painter = new CardPainter();
    painter.draw({ file: join(tmpdir(), "vinr-no-folder/a.png"), words: { title: "Refunds", description: "" } });
    await expect(painter.finish()).rejects.toThrow("ENOENT");
  });
});
