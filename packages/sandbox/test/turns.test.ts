/** Work of one account, one after another. */
import { expect, it } from "vitest";
import { Turns } from "../src/turns.js";

/** Work that ends when it is told to. */
function startWork(turns: Turns, log: string[], name: string, signal?: AbortSignal) {
  let end = (): void => {};
  const work = async () => {
    log.push(`${name} begins`);
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    log.push(`${name} ends`);
  };
  const done = turns.run("account", work, signal).catch((error: Error) => void log.push(`${name}: ${error.message}`));
  return { done, end: () => end() };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

it("is done in the order in which it came, and work of another account at once", async () => {
  const [turns, log]: [Turns, string[]] = [new Turns(), []];
  const first = startWork(turns, log, "first");
  const second = startWork(turns, log, "second");
  await turns.run("another", async () => void log.push("another"));
  expect(log).toEqual(["first begins", "another"]);
  first.end();
  await settle();
  second.end();
  await Promise.all([first.done, second.done]);
  expect(log.slice(2)).toEqual(["first ends", "second begins", "second ends"]);
});

it("goes on after work that fails", async () => {
  const turns = new Turns();
  const failed = turns.run("account", () => Promise.reject(new Error("failed")));
  const after = turns.run("account", async () => "after");
  await expect(failed).rejects.toThrow("failed");
  expect(await after).toBe("after");
});

it("leaves the queue when it is aborted, and nothing else moves", async () => {
  const [turns, log]: [Turns, string[]] = [new Turns(), []];
  const first = startWork(turns, log, "first");
  const controllers = Array.from({ length: 1000 }, () => new AbortController());
  const leaving = controllers.map(({ signal }) => startWork(turns, log, "leaving", signal));
  const last = startWork(turns, log, "last");
  for (const controller of controllers) controller.abort(new Error("left"));
  await Promise.all(leaving.map(({ done }) => done));
  expect(new Set(log)).toEqual(new Set(["first begins", "leaving: left"]));
  first.end();
  await settle();
  last.end();
  await last.done;
  expect(log.slice(-2)).toEqual(["last begins", "last ends"]);
  await expect(turns.run("account", async () => 1, AbortSignal.abort(new Error("left")))).rejects.toThrow("left");
});

it("is done so many at once as the turns are for, and whoever comes later takes no turn from those who wait", async () => {
  const [turns, log]: [Turns, string[]] = [new Turns(2), []];
  const first = startWork(turns, log, "first");
  expect(turns.isFull("account")).toBe(false);
  const second = startWork(turns, log, "second");
  const third = startWork(turns, log, "third");
  await settle();
  expect([log, turns.isFull("account")]).toEqual([["first begins", "second begins"], true]);
  second.end();
  const fourth = startWork(turns, log, "fourth");
  await settle();
  expect(log.slice(2)).toEqual(["second ends", "third begins"]);
  first.end();
  await settle();
  for (const one of [third, fourth]) one.end();
  await Promise.all([first, second, third, fourth].map(({ done }) => done));
  expect([log.length, turns.isFull("account")]).toEqual([8, false]);
});
