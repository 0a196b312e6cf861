import { goTo } from '../shared/panel/page';
import { COMMAND_GOALS } from './command-goals';
import { associateCommand, openPanel } from './office-addin';

/** Each opens the panel at its place: what costs says its price there first. */
export function registerCommands(): void {
  for (const [id, { tab, focus, errand }] of Object.entries(COMMAND_GOALS)) {
    associateCommand(id, () => {
      goTo(tab, focus, errand);
      return openPanel();
    });
  }
}
