import { Vinr } from "@vinr/client";
import { key, order } from "../order.js";

export const create = (origin) => {
  const vinr = new Vinr({ secretKey: key, baseUrl: `${origin}/v1` });
  return async () => (await vinr.http.POST("/payments", { body: order })).data;
};
