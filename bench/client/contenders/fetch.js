import { headers, order } from "../order.js";

export const create = (origin) => async () => {
  const response = await fetch(`${origin}/v1/payments`, {
    method: "POST",
    headers: headers(),
    body: JSON.stringify(order),
  });
  return response.json();
};
