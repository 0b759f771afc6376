/** The tests of the sandbox and of its model once more, on PostgreSQL. Without one (Debian: `postgresql`), they are skipped. */
import { test } from "vitest";
import { skipsPostgres } from "../../../scripts/postgres.ts";
import { testModel } from "./testing/model-suite.js";
import { testSandbox } from "./testing/sandbox-suite.js";
import { runOn } from "./testing/stores.js";

if (skipsPostgres) test.skip("PostgreSQL is not installed");
else {
  runOn("PostgreSQL");
  testSandbox();
  testModel();
}
