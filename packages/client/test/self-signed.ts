/** A certificate for this machine, made on the spot: none that is kept can expire. */
import { generateKeyPairSync, sign } from "node:crypto";

export interface SelfSigned {
  /** PEM, as `https` takes it. */
  readonly key: string;
  readonly cert: string;
}

/** For `localhost` and 127.0.0.1, its own authority, good for the years that a certificate's date can hold in two digits. */
export function createSelfSigned(): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(hex("06082a8648ce3d040302")); // ecdsa-with-SHA256
  const name = sequence(der(0x31, sequence(hex("0603550403"), der(0x0c, Buffer.from("localhost"))))); // commonName
  const validity = sequence(der(0x17, Buffer.from("200101000000Z")), der(0x17, Buffer.from("491231235959Z")));
  const hosts = sequence(der(0x82, Buffer.from("localhost")), der(0x87, Buffer.from([127, 0, 0, 1])));
  const extensions = sequence(
    sequence(hex("0603551d11"), der(0x04, hosts)), // subjectAltName
    sequence(hex("0603551d13"), hex("0101ff"), der(0x04, sequence(hex("0101ff")))), // basicConstraints: an authority
  );
  const content = sequence(
    der(0xa0, hex("020102")), // version 3
    hex("020101"), // serial number 1
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, extensions),
  );
  const signature = der(0x03, Buffer.from([0]), sign("sha256", content, privateKey));
  const base64 = sequence(content, algorithm, signature).toString("base64");
  return {
    key: String(privateKey.export({ type: "pkcs8", format: "pem" })),
    cert: `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
  };
}

/** A value in ASN.1's DER: its tag, its length and its parts. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, ...parts);
}

function hex(text: string): Buffer {
  return Buffer.from(text, "hex");
}
