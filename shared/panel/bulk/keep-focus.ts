const CONTROLS = 'button, input, select, summary, [tabindex="0"]';

/**
 * Where the control that has the focus is taken away, the last one before it that is left gets the focus: a keyboard would
 * begin at the top of the page again. Returns how to stop.
 */
export function keepFocus(section: HTMLElement): () => void {
  /** The controls up to the one that has the focus. */
  let before: readonly HTMLElement[] = [];
  const isThere = (control: HTMLElement): boolean => control.isConnected && !control.matches(':disabled');
  const enter = ({ target }: FocusEvent): void => {
    const all = [...section.querySelectorAll<HTMLElement>(CONTROLS)];
    before = all.slice(0, all.indexOf(target as HTMLElement) + 1);
  };
  // Who clicks beside all controls wants none; a control that is taken away is left as well, but then it is gone.
  const leave = ({ target }: FocusEvent): void => {
    queueMicrotask(() => {
      if (document.activeElement === document.body && isThere(target as HTMLElement)) before = [];
    });
  };
  const changes = new MutationObserver(() => {
    const last = before[before.length - 1];
    if (last === undefined || isThere(last)) return;
    if (document.activeElement !== document.body && document.activeElement !== last) return;
    const next = [...before].reverse().find(isThere) ?? section.querySelector<HTMLElement>('h2');
    next?.focus();
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
