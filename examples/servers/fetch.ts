import { validateRequest } from "@vinr/validators/requests";

/** Responds to a request, in any server that speaks the Fetch standard: Next.js, Hono, Deno, Bun, workers. */
export async function handle(request: Request): Promise<Response> {
  const result = await validateRequest(request);
  if (!result.ok) return Response.json(result.body, { status: result.status, headers: { ...result.headers } });
  if (result.operationId !== "createPayment") return new Response(null, { status: 501 });
  return Response.json({ amount: result.body.amount }, { status: 201 }); // yours: all of it has its types
}
