/** The tests of the sandbox and of its model once more, on PostgreSQL. Without one (Debian: `postgresql`), they are skipped. */
import { test } from "vitest";
import { skipsPostgres } from "../../../scripts/postgres.ts";
import { runOn } from "./testing/stores.js";

if (skipsPostgres) test.skip("PostgreSQL is not installed");
else {
  runOn("PostgreSQL");
  await import("./sandbox.test.js");
  await import("./model.test.js");
}
