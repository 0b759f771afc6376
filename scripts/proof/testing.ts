/** Servers that are wrong on purpose, for the tests of the proof kit. */
import path from "node:path";
import { onTestFinished } from "vitest";
import { serveForTest, throwError } from "../../packages/sandbox/test/testing/serve.ts";
import { serveHandler } from "../../packages/server/test/serve.ts";
import { specFolder } from "../measure/tools.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { readOptions } from "./options.ts";
import type { Report } from "./report.ts";
import { runProof } from "./run-proof.ts";

export const spec = await loadSpec(path.join(specFolder, "openapi.yaml"));
export const key = "sk_test_Secret0123456789";

/** Runs the proof kit against a server, with options of its command. */
export function prove(server: string, ...args: readonly string[]): Promise<Report> {
  const options = readOptions(["--server", server, "--rate", "10000", "--timeout", "30", ...args], {
    VINR_SECRET_KEY: key,
  });
  if (options === undefined) throw new TypeError("The options are missing.");
  return runProof(options, { spec });
}

/** Responds to a request in the place of a sandbox, which `pass` asks. */
export type Spoil = (request: Request, pass: (request: Request) => Promise<Response>) => Promise<Response>;

/** A sandbox behind a server that changes some responses. */
export async function serveSpoiled(spoil: Spoil): Promise<string> {
  const { origin, close } = await serveForTest(throwError);
  const pass = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const body = ["GET", "HEAD"].includes(request.method) ? null : await request.arrayBuffer();
    const response = await fetch(`${origin}${pathname}${search}`, {
      method: request.method,
      headers: headersOf(request.headers),
      body: body === null || body.byteLength === 0 ? null : body,
    });
    const text = await response.text();
    const headers = headersOf(response.headers);
    return new Response(text === "" ? null : text, { status: response.status, headers });
  };
  const served = await serveHandler((request) => spoil(request, pass));
  onTestFinished(async () => void (await Promise.all([served.close(), close()])));
  return served.url;
}

/** Without those of a connection. */
export function headersOf(headers: Headers): Headers {
  const rest = new Headers(headers);
  for (const name of ["host", "connection", "keep-alive", "content-length", "transfer-encoding"]) rest.delete(name);
  return rest;
}
