/** The tests of the sandbox and of its model once more, on a file of SQLite. */
import { testModel } from "./testing/model-suite.js";
import { testSandbox } from "./testing/sandbox-suite.js";
import { runOn } from "./testing/stores.js";

runOn("SQLite");
testSandbox();
testModel();
