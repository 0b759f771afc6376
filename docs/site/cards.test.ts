import { describe, expect, it } from "vitest";
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
