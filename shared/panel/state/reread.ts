import { useEffect, useState } from 'preact/hooks';
import type { PanelHost } from '../panel-host';
import { makeSpaced } from './timing';

const GAP_MS = 1_000;

/**
 * Refreshes when the user turns to the panel, and when the host has news: the spreadsheet beside it changes as soon as
 * someone types there.
 *
 * @param isOn whether the user sees the panel
 */
export function useReread(root: HTMLElement, host: PanelHost, isOn: boolean, reread: () => void): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const { call, stop } = makeSpaced(reread, GAP_MS);
    const entered = (event: Event): void => {
      const from = (event as FocusEvent).relatedTarget;
      if (!(from instanceof Node) || !root.contains(from)) call();
    };
    window.addEventListener('focus', call);
    root.addEventListener('focusin', entered);
    // A cell may tell the user to click a button, which must exist before the click.
    root.addEventListener('mouseenter', call);
    const unheard = [host.onRequest?.(call), host.onSpending?.(call)];
    return () => {
      stop();
      window.removeEventListener('focus', call);
      root.removeEventListener('focusin', entered);
      root.removeEventListener('mouseenter', call);
      for (const unhear of unheard) unhear?.();
    };
  }, [host, isOn]);
}

/** Whether a person sees the panel: it may be closed, or in a window behind others. False before the first paint. */
export function useShown(root: HTMLElement, onOpen: PanelHost['onOpen']): boolean {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    let isInView = false;
    let isOpen = true;
    const tell = (): void => setShown(isInView && isOpen && document.visibilityState === 'visible');
    const eye = new IntersectionObserver((entries) => {
      isInView = entries[entries.length - 1]?.isIntersecting === true;
      tell();
    });
    const stop = onOpen?.((opened) => {
      isOpen = opened;
      tell();
    });
    eye.observe(root);
    document.addEventListener('visibilitychange', tell);
    return () => {
      eye.disconnect();
      stop?.();
      document.removeEventListener('visibilitychange', tell);
    };
  }, [root, onOpen]);
  return isShown;
}
