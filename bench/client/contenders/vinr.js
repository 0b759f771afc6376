import { Vinr } from "@vinr/client";
import { key, order } from "../order.js";

export const create = (origin) => {
  const vinr = new Vinr({ secretKey: key, baseUrl: `${origin}/v1` });
  return () => vinr.payments.create(order);
};
