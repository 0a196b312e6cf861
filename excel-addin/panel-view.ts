import { onVisibility } from './office-addin';

/**
 * Formulas start the page of the panel while the panel is closed, and closing it does not end the page
 * (https://learn.microsoft.com/office/dev/add-ins/testing/runtimes#shared-runtime). What Excel hides is no longer shown
 * in the page either, so that all that looks at it stops.
 *
 * @returns resolves once somebody sees it
 */
export function firstSeen(place: HTMLElement): Promise<void> {
  onVisibility((isShown) => (place.hidden = !isShown));
  return new Promise((resolve) => {
    let isInView = false;
    const look = (): void => {
      if (!isInView || document.visibilityState !== 'visible') return;
      eye.disconnect();
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    const eye = new IntersectionObserver((entries) => {
      isInView = entries[entries.length - 1]?.isIntersecting === true;
      look();
    });
    eye.observe(place);
    document.addEventListener('visibilitychange', look);
  });
}
