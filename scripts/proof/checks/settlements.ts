/** The sums of settlements, to the cent. */
import { asObject, parseJson } from "../../judge/ajv-spec.ts";
import type { Check } from "../check.ts";
import type { ProofResponse } from "../client.ts";
import { toRequest } from "../requests.ts";
import type { Session } from "../session.ts";

/** How many settlements are added up, and how many pages of their transactions are read. */
const settlementsAtMost = 3;
const pagesAtMost = 10;

export function settlementChecks(): Check[] {
  return [sumsOfSettlements, sumsOfTransactions];
}

const sumsOfSettlements: Check = {
  name: "gross less refunds less fees is net",
  operation: "listSettlements",
  needs: [],
  async run(session) {
    let count = 0;
    await session.tryOnce(async () => {
      const response = await list(session, "listSettlements", "", []);
      for (const { grossAmount, refundedAmount, feeAmount, netAmount, id } of dataOf(response)) {
        count += 1;
        const isSo = Number(grossAmount) - Number(refundedAmount) - Number(feeAmount) === netAmount;
        const pointer = "/components/schemas/Settlement/properties/netAmount";
        const came = { id, grossAmount, refundedAmount, feeAmount, netAmount };
        session.expect(isSo, response, { pointer, says: "gross less refunded less fee is net", came });
      }
    });
    return count === 0 ? "the account has no settlement" : undefined;
  },
};

const sumsOfTransactions: Check = {
  name: "transactions add up to their settlement",
  operation: "listSettlementTransactions",
  needs: ["memory"],
  async run(session) {
    let count = 0;
    await session.tryOnce(async () => {
      const settlements = dataOf(await list(session, "listSettlements", "", [["limit", String(settlementsAtMost)]]));
      for (const settlement of settlements) {
        count += 1;
        await expectSums(session, settlement);
      }
    });
    return count === 0 ? "the account has no settlement" : undefined;
  },
};

async function expectSums(session: Session, settlement: Record<string, unknown>): Promise<void> {
  const sums = { grossAmount: 0, refundedAmount: 0, feeAmount: 0, netAmount: 0 };
  let cursor: string | undefined;
  for (let page = 0; page < pagesAtMost; page++) {
    const position = cursor === undefined ? [] : [["starting_after", cursor] as const];
    const query = [["limit", "100"] as const, ...position];
    const response = await list(session, "listSettlementTransactions", String(settlement.id), query);
    for (const { id, gross, fee, net } of dataOf(response)) {
      const pointer = "/components/schemas/SettlementTransaction/properties/net";
      const isSo = Number(gross) + Number(fee) === net;
      session.expect(isSo, response, { pointer, says: "gross plus fee is net", came: { id, gross, fee, net } });
      if (Number(gross) >= 0) sums.grossAmount += Number(gross);
      else sums.refundedAmount -= Number(gross);
      sums.feeAmount -= Number(fee);
      sums.netAmount += Number(net);
    }
    const next = asObject(asObject(parseJson(response.text)).page).next_cursor;
    if (typeof next === "string") cursor = next;
    else return expectEqual(session, response, settlement, sums);
  }
}

function expectEqual(
  session: Session,
  response: ProofResponse,
  settlement: Record<string, unknown>,
  sums: Readonly<Record<string, number>>,
): void {
  const differing = Object.keys(sums).find((name) => sums[name] !== settlement[name]);
  session.expect(differing === undefined, response, {
    pointer: session.pointerOf("listSettlementTransactions"),
    says: `the transactions add up to the ${differing} of their settlement, ${settlement[differing ?? ""]}`,
    came: sums[differing ?? ""],
  });
}

async function list(
  session: Session,
  operationId: string,
  id: string,
  query: readonly (readonly [string, string])[],
): Promise<ProofResponse> {
  const response = await session.ask(toRequest(session.operation(operationId), { id, query }));
  session.expectStatus(response, [200], "the specification accepts this request");
  return response;
}

function dataOf({ text }: ProofResponse): Record<string, unknown>[] {
  const { data } = asObject(parseJson(text));
  return Array.isArray(data) ? data.map(asObject) : [];
}
