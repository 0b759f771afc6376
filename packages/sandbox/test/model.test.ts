/** The sandbox in memory, held against a reference model. */
import { testModel } from "./testing/model-suite.js";

testModel();
