import { constructEventFromRequest, isVinrWebhookError } from "@vinr/client";
import { validateEvent } from "@vinr/validators/event";

/** Takes a delivery that is signed by VINR and is what the API describes. */
export async function POST(request: Request): Promise<Response> {
  try {
    const event = await constructEventFromRequest(request, process.env.VINR_WEBHOOK_SECRET);
    const result = validateEvent(event);
    if (result.ok) return new Response(null, { status: 204 }); // yours: retrieve its object, do the work once, and note result.value.id with it
    // Delivered again for a day, which is time to mend what reads it.
    return Response.json(result.issues, { status: 422 });
  } catch (error) {
    if (isVinrWebhookError(error)) return new Response(error.message, { status: 400 });
    throw error; // a fault of yours, such as a missing secret: your framework logs it and responds with 500
  }
}
