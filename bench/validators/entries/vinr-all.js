export { validateEvent } from "@vinr/validators/event";
export { validatePaymentCaptureParams } from "@vinr/validators/payment-capture-params";
export { validatePaymentCreateParams } from "@vinr/validators/payment-create-params";
export { validatePaymentList } from "@vinr/validators/payment-list";
export { validateRefundCreateParams } from "@vinr/validators/refund-create-params";
export { validateWebhookEndpointCreateParams } from "@vinr/validators/webhook-endpoint-create-params";
