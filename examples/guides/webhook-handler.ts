import { constructEventFromRequest, isVinrError } from "@vinr/client";

/** Answers a delivery, in any server that speaks the Fetch standard: Next.js, Hono, Deno, Bun, workers. */
export async function POST(request: Request): Promise<Response> {
  try {
    const event = await constructEventFromRequest(request, process.env.VINR_WEBHOOK_SECRET);
    console.log(event.id, event.type); // yours: note the id, do the work once
    return new Response(null, { status: 204 });
  } catch (error) {
    if (isVinrError(error)) return new Response(error.message, { status: 400 });
    throw error;
  }
}
