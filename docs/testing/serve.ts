/** Serves the built site until it is stopped, and prints its URL. */
import { fileURLToPath } from "node:url";
import { startSiteServer } from "./site-server.ts";

const { port } = await startSiteServer(fileURLToPath(new URL("../dist", import.meta.url)));
console.log(`http://127.0.0.1:${port}`);
