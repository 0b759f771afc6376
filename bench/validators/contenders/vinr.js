import { validateEvent } from "@vinr/validators/event";
import { parseListPaymentsQuery } from "@vinr/validators/list-payments-query";
import { validatePaymentCreateParams } from "@vinr/validators/payment-create-params";
import { validatePaymentList } from "@vinr/validators/payment-list";

export const create = (value) => validatePaymentCreateParams(value).ok;
export const list = (value) => validatePaymentList(value).ok;
export const event = (value) => validateEvent(value).ok;
export const query = (params) => parseListPaymentsQuery(params).ok;
export const explain = (value) => validatePaymentCreateParams(value).issues.length;
