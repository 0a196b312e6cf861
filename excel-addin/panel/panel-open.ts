let isOpen = true;
const watchers = new Set<(isOpen: boolean) => void>();

/** The panel was opened or closed. Its page goes on. */
export function noteOpen(opened: boolean): void {
  if (opened === isOpen) return;
  isOpen = opened;
  for (const tell of watchers) tell(isOpen);
}

/** Calls back whether the panel is open: at once, and when that changes. Returns a function that stops it. */
export function onOpen(callback: (isOpen: boolean) => void): () => void {
  watchers.add(callback);
  callback(isOpen);
  return () => void watchers.delete(callback);
}

/** What the panel does goes on once it is open. Formulas never wait for this. */
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
