/** The tests of the sandbox and of its model once more, on a file of SQLite. */
import { runOn } from "./testing/stores.js";

runOn("SQLite");
await import("./sandbox.test.js");
await import("./model.test.js");
