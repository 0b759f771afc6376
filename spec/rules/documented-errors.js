/**
 * Neighbours fail alike. A response that any operation can return is listed on each of them, as a shared response, so that a client
 * handles an error once.
 */
export const DocumentedErrors = () => ({
  Paths: {
    PathItem: {
      Operation(operation, { report, location, key, parent }) {
        const responses = operation.responses ?? {};
        const hasId = hasPathParameter(operation, parent);
        for (const status of expected(key, hasId))
          if (responses[status] === undefined)
            report({
              message: `The operation needs a \`${status}\` response.`,
              location: location.child("responses").key(),
            });
        for (const [status, response] of Object.entries(responses))
          if (/^[45]/.test(status) && !String(response.$ref).startsWith("#/components/responses/"))
            report({
              message: "An error response is a `$ref` to `components.responses`, which neighbours share.",
              location: location.child(["responses", status]),
            });
      },
    },
  },
});

function expected(method, hasId) {
  const always = ["400", "401", "403", "429", "500", "503"];
  return [...always, ...(hasId ? ["404"] : []), ...(method === "post" ? ["409"] : [])];
}

function hasPathParameter(operation, pathItem) {
  const parameters = [...(operation.parameters ?? []), ...(pathItem?.parameters ?? [])];
  return parameters.some(({ $ref, in: place }) => place === "path" || /\/parameters\/\w+Id$/.test($ref ?? ""));
}
