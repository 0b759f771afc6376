import { validatePaymentCreateParams } from "@vinr/validators/payment-create-params";

export const first = (value) => validatePaymentCreateParams(value).ok;
