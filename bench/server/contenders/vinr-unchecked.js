/** The same, but responses are not checked. */
import { listenWith } from "../listen-with.js";

export const listen = () => listenWith("off");
