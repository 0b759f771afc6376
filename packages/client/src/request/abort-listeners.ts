type AbortCallback = (reason: unknown) => void;

/** The callbacks that wait for one signal, and the one listener that calls them. */
class AbortCallbacks extends Set<AbortCallback> {
  handleEvent({ target }: Event): void {
    for (const callback of this) callback((target as AbortSignal).reason);
  }
}

const callbacksOf = new WeakMap<AbortSignal, AbortCallbacks>();

/**
 * Calls back when a signal aborts; the returned function cancels that.
 *
 * All calls with the same signal share one listener: an application may end hundreds of calls with one signal, and Node
 * warns of a leak (`MaxListenersExceededWarning`) when a signal has more than ten listeners.
 */
export function onAbort(signal: AbortSignal | undefined, callback: AbortCallback): () => void {
  if (!signal) return () => {};
  const callbacks = callbacksOf.get(signal) ?? new AbortCallbacks();
  callbacksOf.set(signal, callbacks.add(callback));
  // Adding a listener again changes nothing.
  signal.addEventListener("abort", callbacks);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0) signal.removeEventListener("abort", callbacks);
  };
}
