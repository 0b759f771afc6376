/** The site: guides by hand, reference pages rendered from the model, one header, search and theme for both. */
import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";

const guides = (...names: readonly string[]) => names.map((name) => ({ slug: `guides/${name}` }));

export default defineConfig({
  site: "https://docs.vinr.com",
  outDir: ".site/dist",
  publicDir: ".site/public",
  trailingSlash: "always",
  // Every style is a file of its own: the content security policy allows no inline style element.
  build: { inlineStylesheets: "never", format: "directory" },
  vite: {
    // One style sheet for all pages: eleven small ones kept a phone waiting for another round trip before it could paint.
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    // The dev server would find lit-html at the first press of Run, and then reload the page under the reader's hand.
    optimizeDeps: { exclude: ["lit-html"] },
  },
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  integrations: [
    starlight({
      title: "VINR Docs",
      description: "Guides and reference of the VINR API: payments, refunds, webhooks and settlements.",
      customCss: ["tokens", "site", "reference", "columns", "home", "pictures"].map(
        (name) => `./src/styles/${name}.css`,
      ),
      favicon: "/favicon.svg",
      credits: false,
      pagination: true,
      lastUpdated: false,
      components: {
        Search: "./src/components/Search.astro",
        PageTitle: "./src/components/PageTitle.astro",
        Footer: "./src/components/Footer.astro",
        SiteTitle: "./src/components/SiteTitle.astro",
        SocialIcons: "./src/components/SiteLinks.astro",
      },
      head: [{ tag: "link", attrs: { rel: "api-catalog", href: "/.well-known/api-catalog" } }],
      expressiveCode: {
        themes: ["github-dark-high-contrast", "github-light-high-contrast"],
        // The languages of `<Code>`: the build would take in two hundred others.
        shiki: { bundledLangs: ["json", "shellscript", "typescript"] },
        // Long lines wrap: nothing is cut off on a phone or on paper.
        defaultProps: { wrap: true },
        styleOverrides: {
          borderRadius: "var(--radius)",
          borderColor: "var(--line)",
          codeBackground: "var(--tint)",
          frames: {
            shadowColor: "transparent",
            editorBackground: "var(--tint)",
            editorTabBarBackground: "var(--tint)",
            editorActiveTabBackground: "var(--tint)",
            terminalBackground: "var(--tint)",
            terminalTitlebarBackground: "var(--tint)",
            editorActiveTabIndicatorTopColor: "var(--accent)",
            editorTabBarBorderBottomColor: "var(--line)",
            terminalTitlebarBorderBottomColor: "var(--line)",
          },
        },
      },
      // Reference and error codes, which follow the spec, come from here.
      routeMiddleware: "./src/sidebar.ts",
      sidebar: [
        {
          label: "Start",
          collapsed: true,
          items: guides(
            "quickstart",
            "accept-a-payment",
            "authorize-and-capture",
            "refunds",
            "disputes",
            "webhooks",
            "settlements",
            "security",
            "going-live",
            "from-another-provider",
          ),
        },
        {
          label: "Build it well",
          collapsed: true,
          items: guides(
            "amounts",
            "idempotency",
            "errors",
            "pagination",
            "rate-limits",
            "versioning",
            "sandbox",
            "test-your-integration",
            "testing",
            "host-the-sandbox",
            "support",
          ),
        },
        {
          label: "Tools",
          collapsed: true,
          items: guides(
            "typescript-client",
            "other-languages",
            "validators",
            "validate-on-the-server",
            "implement-the-api",
            "server-transactions",
            "run-the-handler",
            "deliver-webhooks",
            "validate-a-webhook",
            "ai-assistants",
          ),
        },
        {
          label: "More",
          collapsed: true,
          items: [{ slug: "changelog" }, { slug: "decisions" }, ...guides("deployment")],
        },
      ],
    }),
  ],
});
