import { useEffect, type MutableRef } from 'preact/hooks';
import type { PageHost } from './page-host';
import { makeSpaced } from './spaced';

const GAP_MS = 1_000;

/**
 * Refreshes when the user turns to the page, and when the host has news: the spreadsheet beside it changes as soon as
 * somebody types there.
 */
export function useLookAgain(place: MutableRef<HTMLElement | null>, host: PageHost, look: () => void): void {
  useEffect(() => {
    const { call, stop } = makeSpaced(look, GAP_MS);
    const page = place.current?.closest('.trace-panel');
    const entered = (event: Event): void => {
      const from = (event as FocusEvent).relatedTarget;
      if (!(from instanceof Node) || page?.contains(from) !== true) call();
    };
    window.addEventListener('focus', call);
    page?.addEventListener('focusin', entered);
    // A button that cells refer to has to exist before it is clicked.
    page?.addEventListener('mouseenter', call);
    const unheard = [host.onRequest?.(call), host.onSpending?.(call)];
    return () => {
      stop();
      window.removeEventListener('focus', call);
      page?.removeEventListener('focusin', entered);
      page?.removeEventListener('mouseenter', call);
      for (const unhear of unheard) unhear?.();
    };
  }, [host]);
}
