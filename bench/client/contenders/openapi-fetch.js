import createClient from "openapi-fetch";
import { headers, order } from "../order.js";

export const create = (origin) => {
  const client = createClient({ baseUrl: `${origin}/v1` });
  return async () => (await client.POST("/payments", { headers: headers(), body: order })).data;
};
