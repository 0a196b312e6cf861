import { useEffect, useState } from 'preact/hooks';

/** Whether a person sees the panel: it may be closed, or in a window behind others. False before the first paint. */
export function useShown(root: HTMLElement): boolean {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    let isInView = false;
    const tell = (): void => setShown(isInView && document.visibilityState === 'visible');
    const eye = new IntersectionObserver((entries) => {
      isInView = entries[entries.length - 1]?.isIntersecting === true;
      tell();
    });
    eye.observe(root);
    document.addEventListener('visibilitychange', tell);
    return () => {
      eye.disconnect();
      document.removeEventListener('visibilitychange', tell);
    };
  }, [root]);
  return isShown;
}
