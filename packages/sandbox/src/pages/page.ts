import { ownProperties } from "@vinr/server/internal";
import { html } from "hono/html";

/** Escaped HTML, as the tag `html` makes it: every value in a template is escaped, whoever supplied it. */
export type Html = ReturnType<typeof html>;

/** A page, apart from what all pages share. */
export interface Page {
  /** For the tab; the wordmark's name follows. */
  readonly title: string;
  /** The content of `main`. It must have one `h1`. */
  readonly content: Html;
  /** Beside the wordmark, such as the navigation. */
  readonly header?: Html;
  /** Default: 200. */
  readonly status?: number;
  /** Style sheets and modules of `assets/`, such as `checkout.css`. The policy admits nothing else. */
  readonly assets?: readonly `${string}.${"css" | "js"}`[];
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Nothing inline and nothing from another origin, so even text mistaken for HTML could do no harm: write neither
 * `style` nor `on…` attributes.
 */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const securityHeaders = {
  "content-security-policy": policy,
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
  // Not `no-referrer`: with it, browsers send `Origin: null` along with the page's own forms.
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-robots-tag": "noindex",
};

/** A whole document. No cache keeps it, so the Back button shows the current state. */
export async function renderPage(page: Page) {
  const { title, content, header, status = 200, assets = [], headers } = ownProperties(page);
  const document = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · VINR sandbox</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/base.css">
${assets.filter((name) => name.endsWith(".css")).map((name) => html`<link rel="stylesheet" href="/assets/${name}">`)}
${assets.filter((name) => name.endsWith(".js")).map((name) => html`<script type="module" src="/assets/${name}"></script>`)}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="site-header">
<p class="wordmark"><img src="/assets/icon.svg" width="28" height="28" alt=""> <span class="wordmark-name">VINR</span> <span class="wordmark-tag">sandbox</span></p>
${header}
</header>
<main id="main" tabindex="-1">
${content}
</main>
</body>
</html>
`;
  const body = new TextEncoder().encode(document.toString());
  return new Response(body, {
    status,
    headers: {
      ...securityHeaders,
      "cache-control": "no-store",
      // Tells the server how much of its memory the page takes until it has been sent.
      "content-length": String(body.length),
      "content-type": "text/html; charset=utf-8",
      ...headers,
    },
  });
}

/** Leads to another path of this server after a form was sent, so that a reload does not send it again. */
export function seeOther(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { ...securityHeaders, "cache-control": "no-store", location: path },
  });
}

/** A page with one message, such as that nothing was found. */
export function renderMessage(
  status: number,
  title: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const content = html`<div class="message"><h1>${title}</h1><p>${text}</p></div>`;
  return renderPage({ title, content, status, headers });
}
