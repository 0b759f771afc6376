import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { readQuery } from "../read-query.js";
import { document } from "../values.js";
import { $defs } from "./schemas.js";

const ajv = new Ajv2020({ strict: false, allErrors: false, discriminator: true, useDefaults: true });
const all = new Ajv2020({ strict: false, allErrors: true });
for (const instance of [ajv, all]) addFormats.default(instance);

// ajv's discriminator reads the tag first, as ours does; without it each event would be tried against every type.
const { oneOf } = document.components.schemas.Event;
$defs.Event = {
  type: "object",
  required: ["type"],
  discriminator: { propertyName: "type" },
  oneOf: oneOf.map(({ $ref }) => $defs[$ref.split("/").at(-1)]),
};

const compile = (instance, name) => instance.compile({ $ref: `#/$defs/${name}`, $defs });
export const create = compile(ajv, "PaymentCreateParams");
export const list = compile(ajv, "PaymentList");
export const event = compile(ajv, "Event");
const listQuery = compile(ajv, "ListQuery");
export const query = (params) => listQuery(readQuery(params));
const explainCreate = compile(all, "PaymentCreateParams");
export const explain = (value) =>
  explainCreate(value) ? 0 : explainCreate.errors.map(({ message }) => message).length;
