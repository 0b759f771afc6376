/** The line that a command shows while it works. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { withProgress } from "../src/cli/commands/progress.js";

let lines: (string | undefined)[];
const show = (line: string | undefined) => void lines.push(line);
const after = (milliseconds: number) =>
  new Promise<string>((resolve) => void setTimeout(() => resolve("done"), milliseconds));
beforeEach(() => {
  lines = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

it("shows how long the work takes and how far it is, and removes the line at the end", async () => {
  const result = withProgress(show, "Moving the clock", after(1200), async () => ", 7 events");
  await vi.advanceTimersByTimeAsync(1200);
  expect(await result).toBe("done");
  expect(lines).toEqual(["Moving the clock (1 s)", "Moving the clock (1 s), 7 events", undefined]);
});

it("shows nothing for what is soon done, and nothing where nobody watches", async () => {
  const short = withProgress(show, "Moving the clock", after(100));
  const unwatched = withProgress(undefined, "Moving the clock", after(5000));
  await vi.advanceTimersByTimeAsync(5000);
  expect([await short, await unwatched]).toEqual(["done", "done"]);
  expect(lines).toEqual([undefined]);
});

it("removes the line where the work fails, and does not mind that it cannot look", async () => {
  const failing = after(700).then(() => Promise.reject(new Error("no sandbox")));
  const looking = withProgress(show, "Reading", failing, () => Promise.reject(new Error("no events")));
  const rejected = expect(looking).rejects.toThrow("no sandbox");
  await vi.advanceTimersByTimeAsync(700);
  await rejected;
  expect(lines).toEqual(["Reading (1 s)", undefined]);
});
