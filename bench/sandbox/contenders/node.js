import { listen as listenNode } from "../../server/contenders/node.js";

export const listen = async () => ({ port: await listenNode() });
