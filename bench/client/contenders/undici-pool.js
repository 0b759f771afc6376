import { Pool } from "undici";
import { headers, order } from "../order.js";

export const create = (origin) => {
  const pool = new Pool(origin, { connections: 50 });
  return async () => {
    const request = { path: "/v1/payments", method: "POST", headers: headers(), body: JSON.stringify(order) };
    return (await pool.request(request)).body.json();
  };
};
