/** The client against the mock. */
import { fileURLToPath } from "node:url";
import { startMock } from "../../../scripts/mock/server.ts";
import { loadSpec } from "../../../scripts/read/document/load-spec.ts";
import { describeDocumentedCalls } from "./describe-documented-calls.js";
import { listDocumentedResponses } from "./documented-responses.js";

const spec = await loadSpec(fileURLToPath(new URL("../../../spec/openapi.yaml", import.meta.url)));

describeDocumentedCalls("the mock", listDocumentedResponses(spec.document), () => startMock({ spec, port: 0 }));
