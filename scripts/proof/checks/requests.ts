/** Of each operation: what becomes of right requests, wrong ones, unknown ids, and requests without a key. */
import fc, { type Arbitrary } from "fast-check";
import { asObject, parseJson } from "../../judge/ajv-spec.ts";
import type { Api, Operation } from "../../model.ts";
import type { Check, Need } from "../check.ts";
import type { ProofResponse } from "../client.ts";
import {
  hasWrongRequests,
  idsFor,
  pathParameterOf,
  toRequest,
  unknownId,
  validParts,
  wrongRequests,
} from "../requests.ts";
import type { Session } from "../session.ts";

/** Requests that only read may be sent with any key. */
function needsOf({ method }: Operation): readonly Need[] {
  return method === "get" ? [] : ["create"];
}

/** The ids that an operation may be asked about: to change something, only those of this run. */
function idsOf(operation: Operation, session: Session): readonly string[] {
  const parameter = pathParameterOf(operation);
  const { ids, own } = session;
  return parameter === undefined ? [] : idsFor(parameter, operation.method === "get" ? ids : own, session.api);
}

export function requestChecks(api: Api): Check[] {
  // Created first, so that there is something to read.
  const order = (one: Operation) => (one.method !== "post" ? 1 : pathParameterOf(one) === undefined ? 0 : 2);
  const operations = [...api.operations].sort((a, b) => order(a) - order(b));
  return [
    ...operations.map(rightRequests),
    ...api.operations.filter((one) => hasWrongRequests(one, api)).map(wrongRequestsOf),
    ...api.operations.filter((one) => pathParameterOf(one) !== undefined).map(unknownIds),
    ...api.operations.map(withoutKey),
  ];
}

function rightRequests(operation: Operation): Check {
  const { operationId, method } = operation;
  return {
    name: "valid requests are accepted",
    operation: operationId,
    needs: needsOf(operation),
    async run(session) {
      const hasPath = pathParameterOf(operation) !== undefined;
      const ids = idsOf(operation, session);
      const [first, ...others] = ids;
      if (hasPath && first === undefined) return "the account has no such object";
      const chosen: Arbitrary<string | undefined> =
        first === undefined ? fc.constant(undefined) : fc.constantFrom(first, ...others);
      await session.tryProperty(fc.tuple(chosen, validParts(operation, session.api)), async ([id, parts]) => {
        const key = method === "post" ? { "Idempotency-Key": session.newKey() } : {};
        const headers = { ...parts.headers, ...key };
        const response = await session.ask(toRequest(operation, { ...parts, id, headers }));
        expectTaken(session, response, operation);
      });
      return undefined;
    },
  };
}

/** A right request succeeds, or fails for a reason that lies in the object: a payment that is captured, a card that is declined. */
function expectTaken(session: Session, response: ProofResponse, { method, responses }: Operation): void {
  const ofObject = method === "get" ? [] : [402, 404, 409, 422];
  const succeeds = responses.map(({ status }) => Number(status)).filter((status) => status >= 200 && status < 300);
  session.expectStatus(response, [...succeeds, ...ofObject], "the specification accepts this request");
}

function wrongRequestsOf(operation: Operation): Check {
  return {
    name: "invalid requests are rejected",
    operation: operation.operationId,
    needs: needsOf(operation),
    async run(session) {
      const [known] = idsOf(operation, session);
      const id = known ?? String(pathParameterOf(operation)?.example ?? "");
      // Without an object of that id, the server may as well say so first.
      const statuses = known === undefined ? [400, 404] : [400];
      await session.tryProperty(wrongRequests(operation, session.api, id), async ({ request, pointer, wrong }) => {
        const response = await session.ask(request);
        const { status, text } = response;
        const says = `the request is rejected with 400: ${wrong}`;
        session.expect(statuses.includes(status), response, { pointer, says, came: parseJson(text) });
      });
      return undefined;
    },
  };
}

function unknownIds(operation: Operation): Check {
  return {
    name: "an unknown id is 404",
    operation: operation.operationId,
    needs: [...needsOf(operation), "memory"],
    async run(session) {
      const parameter = pathParameterOf(operation);
      if (parameter === undefined) return "its path has no id";
      await session.tryProperty(unknownId(parameter, session.api), async (id) => {
        const response = await session.ask(toRequest(operation, { id }));
        const { code } = asObject(asObject(parseJson(response.text)).error);
        const pointer = session.pointerOf(operation.operationId, "/responses/404");
        const isSo = response.status === 404 && code === "resource_not_found";
        const says = "an id that nothing has is 404 resource_not_found";
        session.expect(isSo, response, { pointer, says, came: parseJson(response.text) });
      });
      return undefined;
    },
  };
}

function withoutKey(operation: Operation): Check {
  return {
    name: "a request without a key is 401",
    operation: operation.operationId,
    needs: needsOf(operation),
    async run(session) {
      const id = String(pathParameterOf(operation)?.example ?? "");
      // No key at all, what is not one, and a publishable key, which every operation rejects.
      for (const authorization of [null, "Bearer", "Bearer pk_test_Proof"]) {
        await session.tryOnce(async () => {
          const response = await session.ask({ ...toRequest(operation, { id }), authorization });
          session.expectStatus(response, [401], "a request without a secret key is 401");
        });
      }
      return undefined;
    },
  };
}
