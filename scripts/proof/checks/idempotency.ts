/** Requests that are sent again with the same idempotency key. */
import { asObject, parseJson } from "../../judge/ajv-spec.ts";
import type { Api, Operation } from "../../model.ts";
import type { Check } from "../check.ts";
import type { ProofRequest, ProofResponse } from "../client.ts";
import { recipeOf } from "../recipes.ts";
import type { Session } from "../session.ts";

export function idempotencyChecks(api: Api): Check[] {
  const taking = api.operations.filter(({ parameters }) => parameters.some(({ name }) => name === "Idempotency-Key"));
  return taking.map(replayed);
}

function replayed(operation: Operation): Check {
  const { operationId } = operation;
  const recipe = recipeOf(operationId);
  return {
    name: "an idempotency key is honored",
    operation: operationId,
    needs: recipe.needs,
    async run(session) {
      await session.tryProperty(recipe.requests(session), async (make) => {
        const request = await make();
        const first = await session.ask(request);
        if (first.status >= 300) return;
        await expectReplay(session, request, first);
        await expectConflict(session, request);
      });
      return undefined;
    },
  };
}

function pointerOf(session: Session, operationId: string): string {
  const { parameters, place } = session.operation(operationId);
  return (parameters.find(({ name }) => name === "Idempotency-Key") ?? { place }).place.pointer;
}

async function expectReplay(session: Session, request: ProofRequest, first: ProofResponse): Promise<void> {
  const again = await session.ask(request);
  const { status, headers, text } = again;
  const isSame = status === first.status && text === first.text;
  const pointer = pointerOf(session, request.operationId);
  const says = "the same key and payload return the first response again";
  session.expect(isSame, again, { pointer, says, came: parseJson(text) });
  const isMarked = headers.get("idempotent-replayed") === "true";
  session.expect(isMarked, again, {
    pointer: "/components/headers/Idempotent-Replayed",
    says: "a response that is returned again carries Idempotent-Replayed: true",
    came: headers.get("idempotent-replayed"),
  });
}

/** Another payload: the first, with a member that makes it another. An operation without a body has only one payload. */
async function expectConflict(session: Session, request: ProofRequest): Promise<void> {
  const other = otherBody(request);
  if (other === undefined) return;
  const response = await session.ask({ ...request, body: JSON.stringify(other) });
  const { code } = asObject(asObject(parseJson(response.text)).error);
  session.expect(response.status === 409 && code === "idempotency_key_reused", response, {
    pointer: pointerOf(session, request.operationId),
    says: "the same key with another payload is 409 idempotency_key_reused",
    came: parseJson(response.text),
  });
}

function otherBody({ body }: ProofRequest): Record<string, unknown> | undefined {
  if (body === undefined) return undefined;
  const value = asObject(JSON.parse(body));
  if (typeof value.amount === "number") return { ...value, amount: value.amount === 1 ? 2 : value.amount - 1 };
  if (typeof value.url === "string") return { ...value, url: `${value.url}/other` };
  return undefined;
}
