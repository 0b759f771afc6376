import { FormApi } from "@tanstack/form-core";
import type { RefundCreateParams } from "@vinr/types";
import { validateRefundCreateParams } from "@vinr/validators/refund-create-params";

/** A form for a refund, which tells at each field what is wrong with it. */
export function createRefundForm(defaultValues: RefundCreateParams) {
  return new FormApi({ defaultValues, validators: { onChange: validateRefundCreateParams } });
}
