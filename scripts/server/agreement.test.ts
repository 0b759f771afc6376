/** A handler accepts exactly the requests that ajv accepts by the specification. */
import path from "node:path";
import { expect, it } from "vitest";
import { listDocumentedResponses } from "../../packages/client/test/documented-responses.ts";
import { isBeyondOracle } from "../generators/validators/testing/oracle.ts";
import { pick, seeded } from "../generators/validators/testing/random.ts";
import { specFolder } from "../measure/tools.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { buildModel } from "../read/model/build-model.ts";
import { createDocumentedHandler } from "./testing/documented-handler.ts";
import { nearRequest } from "./testing/near-requests.ts";
import { type RequestParts, requestOracle } from "./testing/request-oracle.ts";

/** How many requests are tried; `FUZZ_REQUESTS=100000` is the long run. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 5000);

const spec = await loadSpec(path.join(specFolder, "openapi.yaml"));
const api = buildModel(spec);
const accepts = requestOracle({ ...spec.document });
const handler = createDocumentedHandler(listDocumentedResponses(spec.document));

/** Each request is of another account, so that an idempotency key is never used again. */
function toRequest({ operationId, id, query, headers, body }: RequestParts, account: number): Request {
  const operation = api.operations.find((one) => one.operationId === operationId);
  const target = operation?.path.replace(/\{\w+\}/, encodeURIComponent(id ?? ""));
  const pairs = query.map((pair) => pair.map(encodeURIComponent).join("="));
  const search = pairs.length === 0 ? "" : `?${pairs.join("&")}`;
  const all = new Headers(headers);
  all.set("authorization", `Bearer sk_test_${account}`);
  if (body !== undefined) all.set("content-type", "application/json");
  const init = { method: operation?.method.toUpperCase() ?? "", headers: all, body: body ?? null };
  return new Request(`http://localhost/v1${target}${search}`, init);
}

it("the handler and ajv decide alike on requests", { timeout: 30_000 + 10 * REQUESTS }, async () => {
  const random = seeded(3);
  const differences: string[] = [];
  const counts = { accepted: 0, rejected: 0 };
  const [first, ...others] = api.operations;
  if (first === undefined) throw new Error("the specification has no operations");
  while (counts.accepted + counts.rejected < REQUESTS) {
    const parts = nearRequest(pick(random, [first, ...others]), api, random);
    if (parts === undefined || (parts.body !== undefined && isBeyondOracle(JSON.parse(parts.body)))) continue;
    const isAccepted = accepts(parts);
    counts[isAccepted ? "accepted" : "rejected"] += 1;
    const response = await handler(toRequest(parts, counts.accepted + counts.rejected));
    const text = await response.text();
    if (isAccepted ? response.status >= 300 : response.status !== 400) {
      const request = JSON.stringify({ ...parts, headers: Object.fromEntries(parts.headers) });
      differences.push(
        `ajv ${isAccepted ? "accepts" : "rejects"}, ${response.status} ${text.slice(0, 300)}: ${request}`,
      );
    }
  }
  console.info(`ajv was asked about ${REQUESTS} requests, and accepted ${counts.accepted} of them.`);
  expect(differences.slice(0, 5)).toEqual([]);
  // A corpus of which nearly all, or nearly nothing, is valid would show little.
  expect(Math.min(counts.accepted, counts.rejected) / REQUESTS).toBeGreaterThan(0.2);
});
