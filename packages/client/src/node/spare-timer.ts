import type { Runtime } from "../runtime.js";

/** A timer that may serve several waits, one after another. */
interface Timer {
  readonly ms: number;
  /** What made it: tests replace `setTimeout`, and what the one made is nothing to the other. */
  readonly maker: typeof setTimeout;
  readonly timeout: NodeJS.Timeout;
  callback: () => void;
}

/**
 * `setTimeout` for calls that follow one another: what one call needs no more is kept for the next. To make a timer and
 * to take it away again is a twentieth of a request's work. The one that is kept holds no process alive.
 */
export function createSpareTimer(): Runtime["after"] {
  let spare: Timer | undefined;

  return (ms, callback) => {
    const timer = spare?.ms === ms && spare.maker === setTimeout ? wake(spare) : createTimer(ms);
    if (timer === spare) spare = undefined;
    timer.callback = callback;
    return () => {
      timer.callback = rest;
      if (spare) return clearTimeout(timer.timeout);
      timer.timeout.unref();
      spare = timer;
    };
  };
}

function createTimer(ms: number): Timer {
  const timer: Timer = { ms, maker: setTimeout, timeout: setTimeout(() => timer.callback(), ms), callback: rest };
  return timer;
}

function wake(timer: Timer): Timer {
  timer.timeout.refresh().ref();
  return timer;
}

function rest(): void {}
