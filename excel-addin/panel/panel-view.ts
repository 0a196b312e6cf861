import { onVisibility } from '../office-addin';
import { noteOpen, onOpen } from './panel-open';

/**
 * Formulas start the panel's page while the panel is closed, and closing it does not end the page
 * (https://learn.microsoft.com/office/dev/add-ins/testing/runtimes#shared-runtime). Excel reports when it closes the
 * panel, but not always when it opens it again: a user's action in the page shows that.
 */
export function watchView(): void {
  onVisibility(noteOpen);
  for (const sign of ['focus', 'pointerdown']) window.addEventListener(sign, () => noteOpen(true));
  window.addEventListener('resize', () => {
    if (window.innerWidth > 0 && window.innerHeight > 0) noteOpen(true);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') noteOpen(true);
  });
}

/** Resolves once the element is visible in an open panel. */
export function firstSeen(place: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    let isInView = false;
    let isOpen = false;
    const look = (): void => {
      if (!isInView || !isOpen) return;
      eye.disconnect();
      stop();
      resolve();
    };
    const eye = new IntersectionObserver((entries) => {
      isInView = entries[entries.length - 1]?.isIntersecting === true;
      look();
    });
    let stop = (): void => undefined;
    stop = onOpen((opened) => {
      isOpen = opened;
      look();
    });
    eye.observe(place);
  });
}
