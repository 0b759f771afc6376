import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createSpareTimer } from "./spare-timer.js";

afterEach(() => {
  vi.useRealTimers();
});

describe("a spare timer", () => {
  it("calls back once its time is up", async () => {
    const after = createSpareTimer();
    const callback = vi.fn();
    after(5, callback);
    expect(callback).not.toHaveBeenCalled();
    await wait(30);
    expect(callback).toHaveBeenCalledOnce();
  });

  it("does not call back what was called off, whoever has it next", async () => {
    const after = createSpareTimer();
    const [first, second] = [vi.fn(), vi.fn()];
    after(20, first)();
    after(20, second);
    await wait(60);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
  });

  it("starts its time anew for whoever has it next", async () => {
    vi.useFakeTimers();
    const after = createSpareTimer();
    const callback = vi.fn();
    const callOff = after(1000, () => {});
    vi.advanceTimersByTime(900);
    callOff();
    after(1000, callback);
    vi.advanceTimersByTime(999);
    expect(callback).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(callback).toHaveBeenCalledOnce();
  });

  it("serves again after its time was up unused", async () => {
    const after = createSpareTimer();
    after(5, () => {})();
    await wait(20);
    const callback = vi.fn();
    after(5, callback);
    await wait(30);
    expect(callback).toHaveBeenCalledOnce();
  });

  it("serves several waits at once, each for its own time", async () => {
    const after = createSpareTimer();
    const called: number[] = [];
    after(30, () => {})();
    for (const ms of [30, 10, 30, 20]) after(ms, () => called.push(ms));
    await wait(80);
    expect(called).toEqual([10, 20, 30, 30]);
  });

  it("keeps no process alive while it is spare, and does while it is waited for", () => {
    const after = createSpareTimer();
    const active = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const before = active();
    const callOff = after(60_000, () => {});
    const waiting = active();
    callOff();
    const spare = active();
    const callOffAgain = after(60_000, () => {});
    const waitingAgain = active();
    callOffAgain();
    expect([waiting, spare, waitingAgain, active()].map((count) => count - before)).toEqual([1, 0, 1, 0]);
  });

  it("is not taken from the true clock into a test's own, nor back", async () => {
    const after = createSpareTimer();
    after(1000, () => {})();
    vi.useFakeTimers();
    const callback = vi.fn();
    after(1000, callback);
    vi.advanceTimersByTime(1000);
    expect(callback).toHaveBeenCalledOnce();
  });
});
