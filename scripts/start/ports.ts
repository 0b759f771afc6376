/** Ports that are taken, said in a way that helps. */
import { createServer } from "node:net";

/** An error of listening, in words that name the port and the option that changes it; other errors as they are. */
export function explainListenError(error: unknown, port: number, option: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new Error(`Port ${port} is taken. End what listens there, or choose another port with ${option} PORT.`);
  }
  if (code === "EACCES")
    return new Error(`Port ${port} is not allowed here. Choose one above 1023 with ${option} PORT.`);
  return error;
}

/** Throws unless a port of 127.0.0.1 can be listened on right now. */
export async function assertPortFree(port: number, option: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error) => reject(explainListenError(error, port, option)));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve()));
  });
}
