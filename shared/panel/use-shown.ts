import { useEffect, useState } from 'preact/hooks';
import type { PanelHost } from './panel-host';

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
