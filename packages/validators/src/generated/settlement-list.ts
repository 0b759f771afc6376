// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementList } from "@vinr/types";
import { checkPage } from "./page.js";
import { checkSettlement } from "./settlement.js";
import { array, explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const settlementListMembers: MemberTable = { object: "list", data: checkSettlementListData, page: checkPage };

/**
 * Whether a value is of type `SettlementList`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isSettlementList(value: unknown): value is SettlementList {
  try {
    return checkSettlementList(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `SettlementList`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateSettlementList = /* @__PURE__ */ validator<SettlementList>(checkSettlementList, checkSettlementList);

/** @internal */
export function checkSettlementList(value: unknown, at?: Trail): boolean {
  if (at !== undefined) return explainObject(value, at, settlementListMembers, 3);
  const object = asObject(value);
  if (object === undefined) return false;
  if (object.object !== "list") return false;
  if (!checkSettlementListData(object.data)) return false;
  if (!checkPage(object.page)) return false;
  return true;
}

function checkSettlementListData(value: unknown, at?: Trail): boolean {
  return array(value, 0, 100, at, checkSettlement);
}
