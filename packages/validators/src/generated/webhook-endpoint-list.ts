// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpointList } from "@vinr/types";
import { checkPage } from "./page.js";
import { checkWebhookEndpoint } from "./webhook-endpoint.js";
import { array, explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const webhookEndpointListMembers: MemberTable = { object: "list", data: checkWebhookEndpointListData, page: checkPage };

/**
 * Whether a value is of type `WebhookEndpointList`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isWebhookEndpointList(value: unknown): value is WebhookEndpointList {
  try {
    return checkWebhookEndpointList(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `WebhookEndpointList`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateWebhookEndpointList = /* @__PURE__ */ validator<WebhookEndpointList>(checkWebhookEndpointList, checkWebhookEndpointList);

/** @internal */
export function checkWebhookEndpointList(value: unknown, at?: Trail): boolean {
  if (at !== undefined) return explainObject(value, at, webhookEndpointListMembers, 3);
  const object = asObject(value);
  if (object === undefined) return false;
  if (object.object !== "list") return false;
  if (!checkWebhookEndpointListData(object.data)) return false;
  if (!checkPage(object.page)) return false;
  return true;
}

function checkWebhookEndpointListData(value: unknown, at?: Trail): boolean {
  return array(value, 0, 100, at, checkWebhookEndpoint);
}
