/** The sandbox in memory. */
import { testSandbox } from "./testing/sandbox-suite.js";

testSandbox();
