let isOpen = true;
const watchers = new Set<(isOpen: boolean) => void>();

/** Notes that the panel was opened or closed. Its page keeps running. */
export function noteOpen(opened: boolean): void {
  if (opened === isOpen) return;
  isOpen = opened;
  for (const tell of watchers) tell(isOpen);
}

/** Calls back with whether the panel is open: now, and when that changes. Returns a function that unsubscribes. */
export function onOpen(callback: (isOpen: boolean) => void): () => void {
  watchers.add(callback);
  callback(isOpen);
  return () => void watchers.delete(callback);
}

/** Resolves when the panel is open; the panel's work waits for it. Formulas never do. */
export function whenOpen(): Promise<void> {
  if (isOpen) return Promise.resolve();
  return new Promise((resolve) => {
    const tell = (opened: boolean): void => {
      if (!opened) return;
      watchers.delete(tell);
      resolve();
    };
    watchers.add(tell);
  });
}
