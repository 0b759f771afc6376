export { validatePaymentCreateParams } from "@vinr/validators/payment-create-params";
