/** Ports of commands: reads them from options, and explains when one is taken. */
import { type AddressInfo, createServer } from "node:net";

/** Reads a port number. The error names `option`. */
export function readPort(text: string, option: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Error(`${option} takes a port from 0 to 65535, got ${JSON.stringify(text)}.`);
}

/** Turns an error of `listen` into one that names the port and the option to change it. Returns other errors unchanged. */
export function explainListenError(error: unknown, port: number, option: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new Error(
      `Port ${port} is in use. Stop the program that listens there, or choose another port with ${option} PORT.`,
    );
  }
  if (code === "EACCES")
    return new Error(`Port ${port} is not allowed here. Choose one above 1023 with ${option} PORT.`);
  return error;
}

/** A port of 127.0.0.1 that is free right now, for servers that cannot choose one themselves. */
export async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Throws unless a port of 127.0.0.1 can be listened on right now. */
export async function assertPortFree(port: number, option: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error) => reject(explainListenError(error, port, option)));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve()));
  });
}
