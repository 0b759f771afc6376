import type { ApiError } from "@vinr/server";
import { errorOf } from "@vinr/server/internal";
import { type ErrorCode, errorCodes } from "../generated/error-codes.js";

/** Makes an error of the control API's own table of codes. */
export function controlError(
  code: ErrorCode,
  details: { message: string; param?: string; resource?: string },
): ApiError {
  return errorOf(code, errorCodes[code], details);
}
