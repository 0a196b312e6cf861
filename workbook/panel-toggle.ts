import { button, element } from './element';

/** Below this width the panel lies over the grid, so it begins closed. */
const NARROW = '(max-width: 800px)';

/** Shows and hides the panel; the grid takes its place. */
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
