import { isJson } from "../generators/check-requests.ts";
import type { Api } from "../model.ts";
import { type Problem, SpecError } from "../read/spec-error.ts";

/**
 * The mock sends JSON only; it would call anything else JSON too.
 *
 * @throws {SpecError} with every response that is something else, or may be.
 */
export function checkResponses({ operations }: Pick<Api, "operations">): void {
  const problems = new Map<string, Problem>();
  for (const { place, content } of operations.flatMap(({ responses }) => responses)) {
    for (const { type, schema } of content.filter((media) => !isJson(media.type))) {
      const message = `the response may be ${type}, and the mock only sends application/json`;
      const problem = {
        place: schema?.place ?? place,
        message,
        hint: "describe it as application/json, or leave it out",
      };
      problems.set(`${problem.place.pointer} ${message}`, problem);
    }
  }
  if (problems.size > 0) throw new SpecError([...problems.values()].sort((a, b) => a.place.line - b.place.line));
}
