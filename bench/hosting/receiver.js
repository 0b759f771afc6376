/** The merchants' servers: one port, a path for each endpoint. Those whose path begins with `/hangs/` never respond. */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A certificate for 127.0.0.1, which the sandbox is told to trust. */
export function createCertificate() {
  const folder = mkdtempSync(join(tmpdir(), "vinr-bench-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const name = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"];
  execFileSync("openssl", ["req", ...kind, ...name, "-keyout", key, "-out", cert], { stdio: "ignore" });
  return { key: readFileSync(key), cert: readFileSync(cert), certFile: cert };
}

/** Calls `onEvent` with the number of an endpoint that responds, and the id of the payment of each event that arrives there. */
export async function startReceiver({ key, cert }, onEvent) {
  const server = createServer({ key, cert }, async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    if (request.url.startsWith("/hangs/")) return;
    onEvent(Number(request.url.split("/").at(-1)), JSON.parse(body).data.object.id);
    response.writeHead(204).end();
  });
  server.on("tlsClientError", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `https://127.0.0.1:${server.address().port}`;
}
