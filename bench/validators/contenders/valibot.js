import * as v from "valibot";
import { readQuery } from "../read-query.js";
import { createParams } from "./valibot/create.js";
import { anyEvent } from "./valibot/event.js";
import { paymentList } from "./valibot/payment.js";
import { listQuery } from "./valibot/query.js";

export const create = (value) => v.safeParse(createParams, value).success;
export const list = (value) => v.safeParse(paymentList, value).success;
export const event = (value) => v.safeParse(anyEvent, value).success;
export const query = (params) => v.safeParse(listQuery, readQuery(params)).success;
export const explain = (value) => v.safeParse(createParams, value).issues?.length ?? 0;
