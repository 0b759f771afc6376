import { signPayload } from "@vinr/client";

/** Posts an event to your own endpoint as VINR does, signed with the secret that your server verifies with. */
export async function deliver(url: string, event: object, secret: string): Promise<number> {
  const body = JSON.stringify(event);
  const headers = signPayload(body, secret, Math.floor(Date.now() / 1000));
  const response = await fetch(url, { method: "POST", body, headers });
  return response.status;
}
