export interface Spaced {
  readonly call: () => void;
  readonly stop: () => void;
}

/** Calls at once; of what is called for within the gap after that, once when it has passed. */
export function makeSpaced(action: () => void, gapMs: number): Spaced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  const act = (): void => {
    isDue = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (isDue) act();
    }, gapMs);
    action();
  };
  return {
    call() {
      if (timer === undefined) act();
      else isDue = true;
    },
    stop: () => clearTimeout(timer),
  };
}
