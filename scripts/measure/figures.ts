import { loadSpec } from "../read/document/load-spec.ts";
import { buildModel } from "../read/model/build-model.ts";
import { measureExamples } from "./examples.ts";
import { type Finding, lintWithRedocly, lintWithSpectral, scoreWithRedocly } from "./tools.ts";

/** One measured quality of the specification. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly goal: string;
  readonly met: boolean;
}

/** Measures a specification: linters' findings, coverage by examples, and readiness for agents. */
export async function measure(file: string): Promise<{ figures: Figure[]; notes: string[] }> {
  const spec = await loadSpec(file);
  const operations = buildModel(spec).operations.length;
  const examples = measureExamples(spec.document);
  // One tool at a time: each keeps a core busy for a second, and there may be only two.
  const problems = await lintWithRedocly(file);
  const { oas, owasp } = await lintWithSpectral(file);
  const score = await scoreWithRedocly(file);
  const owaspPerOperation = owasp.length / Math.max(1, operations);

  const figures = [
    atMost("redocly lint, problems", problems.length, 0),
    whole("bodies with a named example", examples.bodiesWithExample, examples.bodies),
    whole("examples that are valid", examples.valid, examples.examples),
    atMost("spectral:oas, findings", oas.length, 0),
    atMost("OWASP findings per operation", Number(owaspPerOperation.toFixed(2)), 1),
    { name: "redocly score, agent readiness", value: score.toFixed(1), goal: "≥ 90", met: score >= 90 },
  ];
  return { figures, notes: [...[...problems, ...oas, ...owasp].map(describe), ...examples.faults] };
}

function atMost(name: string, value: number, limit: number): Figure {
  return { name, value: String(value), goal: limit === 0 ? "0" : `≤ ${limit}`, met: value <= limit };
}

function whole(name: string, part: number, all: number): Figure {
  return { name, value: `${part} of ${all}`, goal: "all", met: part === all && all > 0 };
}

function describe({ rule, place, message }: Finding): string {
  return `${place} ${rule}: ${message}`;
}
