interface Spaced {
  readonly call: () => void;
  readonly stop: () => void;
}

/** Calls at once. Further calls within the gap lead to one call at its end. */
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
