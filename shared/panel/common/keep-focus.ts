const CONTROLS = 'button, input, select, summary, [tabindex="0"]';

/**
 * When the focused control is removed, focuses the nearest remaining control before it; otherwise keyboard users would
 * start at the top of the page. Returns a function that stops it.
 */
export function keepFocus(section: HTMLElement): () => void {
  /** The controls up to the focused one. */
  let before: readonly HTMLElement[] = [];
  const isThere = (control: HTMLElement): boolean => control.isConnected && !control.matches(':disabled');
  const enter = ({ target }: FocusEvent): void => {
    const all = [...section.querySelectorAll<HTMLElement>(CONTROLS)];
    before = all.slice(0, all.indexOf(target as HTMLElement) + 1);
  };
  // A click outside all controls takes the focus away on purpose. A removed control loses it too, but then it is gone.
  const leave = ({ target }: FocusEvent): void => {
    queueMicrotask(() => {
      if (document.activeElement === document.body && isThere(target as HTMLElement)) before = [];
    });
  };
  const changes = new MutationObserver(() => {
    const last = before[before.length - 1];
    if (last === undefined || isThere(last)) return;
    if (document.activeElement !== document.body && document.activeElement !== last) return;
    // What is folded away takes no focus.
    if (![...before].reverse().filter(isThere).some(takesFocus)) section.querySelector<HTMLElement>('h2')?.focus();
  });
  section.addEventListener('focusin', enter);
  section.addEventListener('focusout', leave);
  changes.observe(section, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  return () => {
    changes.disconnect();
    section.removeEventListener('focusin', enter);
    section.removeEventListener('focusout', leave);
  };
}

function takesFocus(control: HTMLElement): boolean {
  control.focus();
  return document.activeElement === control;
}
