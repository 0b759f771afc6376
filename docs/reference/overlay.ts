/** The samples as an OpenAPI Overlay (https://spec.openapis.org/overlay/v1.0.0), and the description with it applied. */
import { type Raw, record } from "./raw.ts";
import type { DescribedOperation, Description } from "./read-description.ts";
import type { Sample } from "./samples.ts";

export interface Overlay {
  readonly overlay: "1.0.0";
  readonly info: { readonly title: string; readonly version: string };
  readonly actions: readonly { readonly target: string; readonly update: Raw }[];
}

type Samples = ReadonlyMap<string, readonly Sample[]>;

const codeSamples = ({ id }: DescribedOperation, samples: Samples): Raw => ({
  "x-codeSamples": (samples.get(id) ?? []).map(({ redocLanguage: lang, label, source }) => ({ lang, label, source })),
});

export function makeOverlay({ version, operations }: Description, samples: Samples): Overlay {
  const actions = operations.map((operation) => ({
    target: `$.paths['${operation.path}'].${operation.method}`,
    update: codeSamples(operation, samples),
  }));
  return { overlay: "1.0.0", info: { title: "Samples of the VINR API", version }, actions };
}

/** The description that is published: the bundle and, in each operation, its samples. */
export function withSamples({ document, operations }: Description, samples: Samples): Raw {
  const paths = Object.entries(record(document.paths)).map(([path, item]) => {
    const own = operations.filter((operation) => operation.path === path);
    const updates = own.map((operation) => [
      operation.method,
      { ...record(record(item)[operation.method]), ...codeSamples(operation, samples) },
    ]);
    return [path, { ...record(item), ...Object.fromEntries(updates) }];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}
