import type { ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { Http2Bindings, HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Handler } from "@vinr/server";
import { BrokenResponse, ConnectionResetError } from "../faults/broken-response.js";
import type { Sending } from "./hosting/sending.js";

// The constant of @hono/node-server tells its listener to send nothing. If the global `Response` was that package's own
// when the constant was made, it is sent all the same, unless its body has been read, which makes it a real response.
void RESPONSE_ALREADY_SENT.body;

/**
 * Serves a handler whose faults break connections, on the sockets themselves, and notes each connection in `sending`.
 */
export function withBrokenConnections(handler: Handler, sending: Sending) {
  return async (request: Request, { outgoing }: HttpBindings | Http2Bindings): Promise<Response> => {
    sending.note(request, outgoing as ServerResponse);
    try {
      const response = await handler(request);
      if (!(response instanceof BrokenResponse)) return response;
      sendHalf(response, outgoing as ServerResponse);
    } catch (error) {
      if (!(error instanceof ConnectionResetError)) throw error;
      reset(outgoing as ServerResponse);
    }
    return RESPONSE_ALREADY_SENT;
  };
}

/** Resets the connection when it is the response's turn: earlier responses on the connection are still sent. */
function reset(outgoing: ServerResponse): void {
  if (outgoing.socket instanceof Socket) outgoing.socket.resetAndDestroy();
  else outgoing.once("socket", () => reset(outgoing));
}

/** Sends half of a body, and then ends the connection or sends nothing more. */
function sendHalf(response: BrokenResponse, outgoing: ServerResponse): void {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.write(response.half, () => {
    if (!response.isStalled) outgoing.destroy();
  });
}
