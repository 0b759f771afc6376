type AbortCallback = (reason: unknown) => void;

/** The one listener on a signal, and the callbacks that it calls. */
interface SharedListener {
  readonly callbacks: Set<AbortCallback>;
  readonly listener: () => void;
}

const sharedListeners = new WeakMap<AbortSignal, SharedListener>();

/**
 * Calls back when a signal aborts; the returned function cancels that.
 *
 * All calls with the same signal share one listener: an application may end hundreds of calls with one signal, and Node
 * warns of a leak (`MaxListenersExceededWarning`) when a signal has more than ten listeners.
 */
export function onAbort(signal: AbortSignal | undefined, callback: AbortCallback): () => void {
  if (!signal) return () => {};
  const { callbacks, listener } = sharedListeners.get(signal) ?? listenTo(signal);
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size > 0) return;
    signal.removeEventListener("abort", listener);
    sharedListeners.delete(signal);
  };
}

function listenTo(signal: AbortSignal): SharedListener {
  const callbacks = new Set<AbortCallback>();
  const listener = () => {
    for (const callback of [...callbacks]) callback(signal.reason);
  };
  const shared = { callbacks, listener };
  sharedListeners.set(signal, shared);
  signal.addEventListener("abort", listener);
  return shared;
}
