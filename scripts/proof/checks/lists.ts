/** Every list: its pages fit together, the newest object first. */
import fc from "fast-check";
import { asObject, parseJson } from "../../judge/ajv-spec.ts";
import type { Api, Operation } from "../../model.ts";
import type { Check } from "../check.ts";
import type { ProofResponse } from "../client.ts";
import { idsFor, isCursor, pathParameterOf, toRequest } from "../requests.ts";
import type { Session } from "../session.ts";

/** How many pages are read of a list. */
const pagesAtMost = 4;

interface Page {
  readonly response: ProofResponse;
  readonly ids: readonly string[];
  readonly times: readonly number[];
  readonly hasMore: boolean;
  readonly next: string | null;
}

export function listChecks(api: Api): Check[] {
  return api.operations.filter(({ parameters }) => parameters.some(isCursor)).map(pages);
}

function pages(operation: Operation): Check {
  return {
    name: "pages fit together",
    operation: operation.operationId,
    needs: ["memory"],
    async run(session) {
      const parameter = pathParameterOf(operation);
      const id = parameter === undefined ? "" : idsFor(parameter, session.ids, session.api)[0];
      if (id === undefined) return "the account has no such object";
      await session.tryProperty(fc.integer({ min: 1, max: 7 }), async (limit) => walk(session, operation, id, limit));
      return undefined;
    },
  };
}

async function walk(session: Session, operation: Operation, id: string, limit: number): Promise<void> {
  const pointer = session.pointerOf(operation.operationId);
  const seen = new Set<string>();
  let cursor: string | null = null;
  let before: Page | undefined;
  for (let count = 0; count < pagesAtMost; count++) {
    const page = await readPage(session, operation, id, { limit, cursor, name: "starting_after" });
    const { response, ids, times, hasMore, next } = page;
    const expect = (isSo: boolean, says: string, at = pointer) =>
      session.expect(isSo, response, { pointer: at, says, came: parseJson(response.text) });
    expect(ids.length <= limit, "a page has at most `limit` objects", "/components/parameters/Limit");
    expect(hasMore === (next !== null), "next_cursor is null on the last page alone", "/components/schemas/Page");
    expect(!hasMore || ids.length === limit, "a page that is not the last is full", "/components/parameters/Limit");
    expect(
      times.every((time, i) => i === 0 || time <= (times[i - 1] ?? time)),
      "the newest object comes first",
    );
    expect(!ids.some((one) => seen.has(one)), "no object is on two pages", "/components/parameters/StartingAfter");
    const [first] = ids;
    if (before !== undefined && first !== undefined) await expectBack(session, operation, { id, limit, before, first });
    for (const one of ids) seen.add(one);
    if (next === null) return;
    [before, cursor] = [page, next];
  }
}

/** Back from a page is the page before it. */
async function expectBack(
  session: Session,
  operation: Operation,
  { id, limit, before, first }: { id: string; limit: number; before: Page; first: string },
): Promise<void> {
  const back = await readPage(session, operation, id, { limit, cursor: first, name: "ending_before" });
  session.expect(back.ids.join() === before.ids.join(), back.response, {
    pointer: "/components/parameters/EndingBefore",
    says: "the page before an object ends with the next newer one",
    came: back.ids,
  });
}

async function readPage(
  session: Session,
  operation: Operation,
  id: string,
  { limit, cursor, name }: { limit: number; cursor: string | null; name: string },
): Promise<Page> {
  const position = cursor === null ? [] : [[name, cursor] as const];
  const query = [["limit", String(limit)] as const, ...position];
  const response = await session.ask(toRequest(operation, { id, query }));
  session.expectStatus(response, [200], "the specification accepts this request");
  const { data, page } = asObject(parseJson(response.text));
  const objects = (Array.isArray(data) ? data : []).map(asObject);
  const { has_more, next_cursor } = asObject(page);
  return {
    response,
    ids: objects.map((one) => String(one.id)),
    times: objects.map((one) => Date.parse(String(one.created_at))),
    hasMore: has_more === true,
    next: typeof next_cursor === "string" ? next_cursor : null,
  };
}
