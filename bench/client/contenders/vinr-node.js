import { Vinr } from "@vinr/client";
import { createNodeFetch } from "@vinr/client/node";
import { key, order } from "../order.js";

export const create = (origin) => {
  const vinr = new Vinr({ secretKey: key, baseUrl: `${origin}/v1`, fetch: createNodeFetch() });
  return () => vinr.payments.create(order);
};
