import { expect, it } from "vitest";
import { createBackground } from "./background.ts";

/** Work that waits until it is ended or let go. */
function makeWork() {
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const work = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      log.push("begun");
      ends.push(resolve);
      signal.addEventListener("abort", () => reject(new Error("ended")));
    });
  const background = createBackground(
    work,
    () => log.push("done"),
    (error) => log.push(`failed: ${error}`),
  );
  return { log, ends, background };
}

it("says when the work is done", async () => {
  const { log, ends, background } = makeWork();
  await background.start();
  ends[0]?.();
  await new Promise((resolve) => setImmediate(resolve));
  expect(log).toEqual(["begun", "done"]);
});

it("ends what is under way before it begins anew, and does not call that a failure", async () => {
  const { log, background } = makeWork();
  await background.start();
  await background.start();
  await background.cancel();
  expect(log).toEqual(["begun", "begun"]);
});

it("tells of a failure that nobody asked for", async () => {
  const log: string[] = [];
  const failing = createBackground(
    () => Promise.reject(new Error("broken")),
    () => log.push("done"),
    (error) => log.push(String(error)),
  );
  await failing.start();
  await new Promise((resolve) => setImmediate(resolve));
  expect(log).toEqual(["Error: broken"]);
});
