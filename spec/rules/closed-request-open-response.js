/**
 * A request with a misspelt property must fail, or `return_url` beside `returnUrl` loses money in silence: so request
 * bodies are closed. VINR adds properties to responses at any time: so whatever a response can hold is open.
 */
export const ClosedRequestOpenResponse = () => ({
  Root(root, { report, location }) {
    const messages = new Map(findings(root));
    for (const [path, message] of messages) report({ message, location: location.child(path.split("\n")) });
  },
});

function* findings(root) {
  for (const [path, pathItem] of Object.entries(root.paths ?? {}))
    for (const [method, operation] of Object.entries(pathItem)) {
      const at = ["paths", path, method];
      for (const [place, node] of reach(root, operation.requestBody, [...at, "requestBody"]))
        if (node.type === "object" && node.additionalProperties === undefined)
          yield [place, "A request body is closed: add `additionalProperties: false`."];
      for (const [place, node] of reach(root, operation.responses, [...at, "responses"]))
        if (node.additionalProperties === false)
          yield [place, "A response is open: remove `additionalProperties: false`."];
    }
}

/** The nodes below a node, references followed, each with its path; examples are values, not schemas. */
function* reach(root, node, path, seen = new Set()) {
  if (node === null || typeof node !== "object" || seen.has(node)) return;
  seen.add(node);
  if (typeof node.$ref === "string" && node.$ref.startsWith("#/")) {
    const steps = node.$ref.slice(2).split("/");
    yield* reach(
      root,
      steps.reduce((at, step) => at?.[step.replace(/~1/g, "/").replace(/~0/g, "~")], root),
      steps,
      seen,
    );
    return;
  }
  yield [path.join("\n"), node];
  for (const [key, child] of Object.entries(node))
    if (key !== "examples" && key !== "example") yield* reach(root, child, [...path, key], seen);
}
