import OpenAI from "openai";
import { order } from "../order.js";

export const create = (origin) => {
  const client = new OpenAI({ apiKey: "x", baseURL: `${origin}/v1` });
  return () => client.post("/payments", { body: order });
};
