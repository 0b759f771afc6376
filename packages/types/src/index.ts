/**
 * The VINR API as TypeScript types.
 *
 * - a plain name for each schema: `Payment`, `PaymentCreateParams`, `Event`, `PaymentCompletedEvent`, …
 * - `paths`, `operations`, `components` and `webhooks`, in the shape that openapi-fetch reads
 *
 * Enums of responses are open: the known values autocomplete, and a value that VINR adds later is still assignable.
 * Enums of requests are closed, since VINR rejects what it does not know.
 */
export type * from "./generated/openapi.js";
