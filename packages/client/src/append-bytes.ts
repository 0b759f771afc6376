/**
 * Adds a chunk to the bytes so far, of which there is room for more. Chunks themselves are not kept: each takes hundreds of bytes,
 * and the sender decides how many there are.
 */
export function appendBytes(bytes: Uint8Array, size: number, chunk: Uint8Array): Uint8Array {
  if (size === 0) return chunk;
  const end = size + chunk.length;
  const room = end <= bytes.length ? bytes : new Uint8Array(2 * end);
  if (room !== bytes) room.set(bytes);
  room.set(chunk, size);
  return room;
}
