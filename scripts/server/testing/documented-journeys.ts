import type { DocumentedResponse } from "../../../packages/client/test/documented-responses.ts";

/** One workflow for each documented response, which asks for it as the mock's users do: by the header `Prefer`. */
export function writeDocumentedJourneys(responses: readonly DocumentedResponse[], spec: string): string {
  return JSON.stringify({
    arazzo: "1.0.1",
    info: { title: "Every documented response", version: "1.0.0" },
    sourceDescriptions: [{ name: "vinr", url: spec, type: "openapi" }],
    workflows: responses.map((response, index) => ({
      workflowId: `response-${index}`,
      summary: `${response.operationId} ${response.status} ${response.example}`,
      steps: [stepOf(response)],
    })),
  });
}

function stepOf({ operationId, status, example, body, ids }: DocumentedResponse) {
  const prefer = example === undefined ? `code=${status}` : `code=${status}, example=${example}`;
  return {
    stepId: "ask",
    operationId: `$sourceDescriptions.vinr.${operationId}`,
    parameters: [
      { name: "Authorization", in: "header", value: "Bearer sk_test_Example" },
      { name: "X-Request-Id", in: "header", value: "req_8KdPz2" },
      { name: "Prefer", in: "header", value: prefer },
      // No path has another parameter than the id of its object.
      ...ids.map((value) => ({ name: "id", in: "path", value })),
    ],
    ...(body === undefined ? {} : { requestBody: { contentType: "application/json", payload: body } }),
    successCriteria: [{ condition: `$statusCode == ${status}` }],
  };
}
