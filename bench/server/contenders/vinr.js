/** With key, request id, rate limit, validation, idempotency in memory and checked responses. */
import { listenWith } from "../listen-with.js";

export const listen = () => listenWith("report");
