import { button, element } from './element';

/** Below this width the panel covers the grid, so it starts closed. */
const NARROW = '(max-width: 800px)';

/** Opens the panel if it is closed, and gives it the keyboard. */
export function showPanel(): void {
  const panel = element('trace-panel', HTMLElement);
  if (panel.hidden) button('toggle-panel').click();
  panel.focus();
}

/** Shows and hides the panel. The grid takes its space while it is hidden. */
export function addPanelToggle(): void {
  const [panel, toggle] = [element('trace-panel', HTMLElement), button('toggle-panel')];
  const show = (isShown: boolean): void => {
    panel.hidden = !isShown;
    toggle.setAttribute('aria-expanded', String(isShown));
  };
  toggle.addEventListener('click', () => show(Boolean(panel.hidden)));
  const narrow = matchMedia(NARROW);
  narrow.addEventListener('change', ({ matches }) => show(!matches));
  show(!narrow.matches);
}
