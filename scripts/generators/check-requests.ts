/** OpenAPI lets a request be more than the validators and the mock read: a spec that uses the rest is rejected. */
import type { Api, Operation, Parameter, RequestBody } from "../model.ts";
import { type Problem, SpecError } from "../read/spec-error.ts";
import { readerOf } from "./parameter-reader.ts";

/** @throws {SpecError} with everything in the requests of an API that is not read. */
export function checkRequests(api: Pick<Api, "operations" | "schemas">): void {
  const problems = new Map<string, Problem>();
  for (const operation of api.operations) {
    const parameters = operation.parameters.filter(({ in: place }) => place !== "cookie");
    const found = [
      ...checkSegments(operation),
      ...parameters.flatMap((parameter) => checkParameter(parameter, api)),
      ...(operation.requestBody === undefined ? [] : checkBody(operation.requestBody)),
    ];
    // What several operations share is one problem.
    for (const problem of found) problems.set(`${problem.place.pointer} ${problem.message}`, problem);
  }
  const sorted = [...problems.values()].sort((a, b) => a.place.line - b.place.line);
  if (sorted.length > 0) throw new SpecError(sorted);
}

function checkSegments({ path, place }: Operation): Problem[] {
  const mixed = path.split("/").filter((segment) => /[{}]/.test(segment) && !/^\{[^{}]+\}$/.test(segment));
  return mixed.map((segment) => ({
    place,
    message: `the segment ${segment} of the path is not one parameter, and is not matched`,
    hint: "give each parameter a segment of its own, such as /{width}/{height}, or take it as one parameter",
  }));
}

const STYLES = { header: ["simple"], path: ["simple"], query: ["form", "deepObject"], cookie: ["form"] } as const;

function checkParameter(parameter: Parameter, api: Pick<Api, "schemas">): Problem[] {
  const { place, name, style, schema } = parameter;
  const styles: readonly string[] = STYLES[parameter.in];
  if (!styles.includes(style)) {
    const message = `the parameter ${name} is in the style ${style}, which is not read in the ${parameter.in}`;
    return [{ place, message, hint: `use ${styles.join(" or ")}` }];
  }
  const reader = readerOf(parameter, api);
  if (!("problem" in reader)) return [];
  return [{ place: schema.place, message: `the parameter ${name} ${reader.problem}`, hint: reader.hint }];
}

/** Whether a media type is JSON as bodies are read; its parameters, such as a charset, are not looked at. */
export function isJson(type: string): boolean {
  return /^application\/json\s*(?:;|$)/i.test(type);
}

function checkBody({ place, content }: RequestBody): Problem[] {
  const [json, ...others] = [...content].sort((a, b) => Number(isJson(b.type)) - Number(isJson(a.type)));
  const unread = json === undefined || isJson(json.type) ? others : [json, ...others];
  if (json === undefined) return [{ place, message: "the body has no media type", hint: "add application/json" }];
  return unread.map(({ type, schema }) => ({
    place: schema?.place ?? place,
    message: `the body may be ${type}, and is only read as application/json`,
    hint: isJson(type) ? "describe JSON once" : "describe it as application/json, or leave it out",
  }));
}
