import { constructEventFromRequest, isVinrWebhookError } from "@vinr/client";

/** Handles a delivery in any server that speaks the Fetch standard: Next.js, Hono, Deno, Bun, workers. */
export async function POST(request: Request): Promise<Response> {
  try {
    const event = await constructEventFromRequest(request, process.env.VINR_WEBHOOK_SECRET);
    console.log(event.id, event.type); // your code: do the work once, and note the id with it
    return new Response(null, { status: 204 });
  } catch (error) {
    if (isVinrWebhookError(error)) return new Response(error.message, { status: 400 });
    throw error; // a fault of yours, such as a missing secret: your framework logs it and responds with 500
  }
}
