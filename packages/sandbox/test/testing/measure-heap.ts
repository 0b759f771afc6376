import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Collects what nobody refers to, and returns how many bytes are left. */
export function measureHeap(): number {
  setFlagsFromString("--expose-gc");
  collect ??= runInNewContext("gc") as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
let collect: (() => void) | undefined;

/** A stream of a text in chunks of one byte, and how much memory they have taken when the last one is sent. */
export function streamInChunks(text: string) {
  const before = measureHeap();
  const state = { taken: Number.NaN };
  let sent = 0;
  const stream = new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array([text.charCodeAt(sent)]));
      sent += 1;
      if (sent < text.length) return;
      state.taken = measureHeap() - before;
      controller.close();
    },
  });
  return { stream, state };
}
