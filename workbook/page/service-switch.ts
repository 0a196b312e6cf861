import { button } from './element';
import type { PageSettings } from './page-settings';

export const USE_LIVE = 'Use the real service';

/** Lets the user choose which service answers, where there is a choice. */
export function addServiceSwitch({ switchable, live }: PageSettings, onChosen: () => void): void {
  const command = button('switch-service');
  command.hidden = !switchable;
  command.textContent = live ? 'Back to the sandbox' : USE_LIVE;
  command.title = live ? 'Answers come from the embedded sandbox again' : 'Shows what it costs first';
  command.addEventListener('click', onChosen);
}
