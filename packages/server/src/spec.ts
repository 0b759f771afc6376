import { findOperation } from "@vinr/validators/requests";
import { operations } from "./generated/responses.js";

/** All that the server knows of a specification, as it is generated: how requests and responses are checked. */
export interface Spec {
  readonly findOperation: typeof findOperation;
  readonly operations: typeof operations;
}

/** The VINR API. */
export const vinr: Spec = { findOperation, operations };
