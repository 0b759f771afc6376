import { listenOn } from "../listen-on.js";

export const listen = () => listenOn(undefined);
