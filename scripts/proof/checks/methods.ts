/** HEAD wherever GET is, and methods that a path does not have. */
import type { Api, HttpMethod, Operation } from "../../model.ts";
import type { Check } from "../check.ts";
import { idsFor, pathParameterOf, toRequest } from "../requests.ts";
import type { Session } from "../session.ts";

export function methodChecks(api: Api): Check[] {
  const gets = api.operations.filter(({ method }) => method === "get");
  const paths = new Map(api.operations.map((operation) => [operation.path, operation]));
  return [
    ...gets.map(headLikeGet),
    ...[...paths.values()].flatMap((one) => [otherMethod(one, api), options(one, api)]),
  ];
}

function headLikeGet(operation: Operation): Check {
  return {
    name: "HEAD is like GET, without a body",
    operation: operation.operationId,
    needs: [],
    async run(session) {
      const id = anId(operation, session);
      if (id === undefined) return "the account has no such object";
      await session.tryOnce(async () => {
        const get = await session.ask(toRequest(operation, { id }));
        const head = await session.ask({ ...toRequest(operation, { id }), method: "HEAD" });
        const { status, text } = head;
        const pointer = session.pointerOf(operation.operationId);
        const isSo = status === get.status && text === "";
        session.expect(isSo, head, { pointer, says: `HEAD is ${get.status}, as GET is`, came: text });
      });
      return undefined;
    },
  };
}

/** A right id, if the path has one: that of an object, or of an example on a server that takes any. */
function anId(operation: Operation, session: Session): string | undefined {
  const parameter = pathParameterOf(operation);
  if (parameter === undefined) return "";
  return idsFor(parameter, session.ids, session.api)[0];
}

function methodsOf(path: string, api: Api): string[] {
  return api.operations.filter((one) => one.path === path).map(({ method }) => method.toUpperCase());
}

function otherMethod(operation: Operation, api: Api): Check {
  const used = methodsOf(operation.path, api);
  const wanted: readonly HttpMethod[] = ["put", "patch", "delete"];
  const method = wanted.map((one) => one.toUpperCase()).find((one) => !used.includes(one)) ?? "PUT";
  return {
    name: `${method} ${operation.path} is 405`,
    operation: operation.operationId,
    // Whatever a server does with it, it does not to an account with money.
    needs: ["create"],
    async run(session) {
      await session.tryOnce(async () => {
        const id = String(pathParameterOf(operation)?.example ?? "");
        const response = await session.ask({ ...toRequest(operation, { id }), method });
        const { status, headers } = response;
        const allowed = (headers.get("allow") ?? "").split(/\s*,\s*/);
        const isSo = status === 405 && used.every((one) => allowed.includes(one));
        const says = `another method is 405 method_not_allowed, and Allow names ${used.join(" and ")}`;
        const pointer = "/components/schemas/ErrorCode/x-error-codes/method_not_allowed";
        session.expect(isSo, response, { pointer, says, came: `Allow: ${headers.get("allow")}` });
      });
      return undefined;
    },
  };
}

function options(operation: Operation, api: Api): Check {
  const used = methodsOf(operation.path, api);
  return {
    name: `OPTIONS ${operation.path} names the methods`,
    operation: operation.operationId,
    needs: [],
    async run(session) {
      let isNamed = true;
      await session.tryOnce(async () => {
        const id = String(pathParameterOf(operation)?.example ?? "");
        const response = await session.ask({ ...toRequest(operation, { id }), method: "OPTIONS" });
        const allow = response.headers.get("allow");
        isNamed = allow !== null;
        if (allow === null) return;
        const allowed = allow.split(/\s*,\s*/);
        const says = `Allow names the documented methods ${used.join(" and ")}`;
        const pointer = session.pointerOf(operation.operationId);
        session.expect(
          used.every((one) => allowed.includes(one)),
          response,
          { pointer, says, came: allow },
        );
      });
      return isNamed ? undefined : "the specification does not document OPTIONS, and the server sends no Allow";
    },
  };
}
