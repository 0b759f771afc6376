/** The samples as an OpenAPI Overlay (https://spec.openapis.org/overlay/v1.0.0), and the spec with it applied. */
import type { Api, CodeSample, Operation } from "../../scripts/model.ts";
import type { LoadedSpec } from "../../scripts/read/document/load-spec.ts";
import type { Samples } from "./samples.ts";

/** The bundled spec, as JSON. */
export type Document = LoadedSpec["document"];

export interface Overlay {
  readonly overlay: "1.0.0";
  readonly info: { readonly title: string; readonly version: string };
  readonly actions: readonly { readonly target: string; readonly update: object }[];
}

/** The overlay that adds `x-codeSamples` to each operation. */
export function buildOverlay({ version, operations }: Api, samples: Samples): Overlay {
  const actions = operations.map(({ operationId, path, method }) => ({
    // A literal of JSONPath (RFC 9535, section 2.3.1.1).
    target: `$.paths['${path.replaceAll(/[\\']/g, "\\$&")}'].${method}`,
    update: { "x-codeSamples": (samples.get(operationId) ?? []).map(toExtension) },
  }));
  return { overlay: "1.0.0", info: { title: "Samples of the VINR API", version }, actions };
}

/** The published spec: the bundle, with the samples of each operation. */
export function addSamples(bundle: Document, operations: readonly Operation[], samples: Samples): Document {
  const document = structuredClone(bundle) as { paths: Record<string, Record<string, object>> };
  for (const { operationId, path, method } of operations) {
    const own = (samples.get(operationId) ?? []).map(toExtension);
    Object.assign(document.paths[path]?.[method] ?? {}, { "x-codeSamples": own });
  }
  return document;
}

const toExtension = ({ language, label, source }: CodeSample): object => ({ lang: language, label, source });
