/** Gives requests to a handler within the process. */
import type { HostileRequest } from "./hostile-requests.ts";

/** A request as a handler gets it. */
export function toRequest({ method, target, headers, body }: HostileRequest): Request {
  const stream = typeof body === "function" ? body() : body;
  const init = { method, headers: headers.map(([...pair]) => pair), body: stream ?? null, duplex: "half" };
  return new Request(`http://localhost${target}`, init as RequestInit);
}

/** Rejects, with the request, if a promise takes too long. */
export async function within<T>(promise: Promise<T>, milliseconds: number, request: unknown): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it hangs: ${JSON.stringify(request)?.slice(0, 1000)}`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
