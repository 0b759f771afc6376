export { safeParse } from "valibot";
export { createParams } from "../contenders/valibot/create.js";
export { anyEvent } from "../contenders/valibot/event.js";
export { paymentList } from "../contenders/valibot/payment.js";
export { captureParams, refundParams, webhookParams } from "../contenders/valibot/requests.js";
