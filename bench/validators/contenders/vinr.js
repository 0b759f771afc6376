import { validateEvent } from "@vinr/validators/event";
import { validatePaymentCreateParams } from "@vinr/validators/payment-create-params";
import { validatePaymentList } from "@vinr/validators/payment-list";

export const create = (value) => validatePaymentCreateParams(value).ok;
export const list = (value) => validatePaymentList(value).ok;
export const event = (value) => validateEvent(value).ok;
export const explain = (value) => validatePaymentCreateParams(value).issues.length;
