import { onVisibility } from '../office-addin';
import { noteOpen, onOpen } from './panel-open';

/**
 * Formulas start the page of the panel while the panel is closed, and closing it does not end the page
 * (https://learn.microsoft.com/office/dev/add-ins/testing/runtimes#shared-runtime). Excel says when it closes the panel,
 * but need not say that it opened it again: then a person in the page tells.
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

/** Resolves once somebody sees the place in an open panel. */
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
