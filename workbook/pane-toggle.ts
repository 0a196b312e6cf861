import { button, element } from './element';

/** Below this width the pane lies over the grid, so it begins closed. */
const NARROW = '(max-width: 800px)';

/** Shows and hides the pane; the grid takes its place. */
export function addPaneToggle(): void {
  const [pane, toggle] = [element('trace-pane', HTMLElement), button('toggle-pane')];
  const show = (isShown: boolean): void => {
    pane.hidden = !isShown;
    toggle.setAttribute('aria-expanded', String(isShown));
  };
  toggle.addEventListener('click', () => show(Boolean(pane.hidden)));
  const narrow = matchMedia(NARROW);
  narrow.addEventListener('change', ({ matches }) => show(!matches));
  show(!narrow.matches);
}
