import { startPage } from '../shared/panel/page';
import { registerCommands } from './commands';
import { learnDateShift } from './date-shift';
import { officeReady, officeTheme } from './office';
import { openWhenNeeded } from './open-by-itself';
import { makePanelHost } from './panel-host';
import { firstSeen } from './panel-view';

/** The panel uses its own element where a page has one, and the whole page otherwise. */
const PLACE = 'trace-panel';

void start();

async function start(): Promise<void> {
  const place = document.getElementById(PLACE) ?? document.body;
  await officeReady();
  registerCommands();
  void learnDateShift();
  const stopWaiting = openWhenNeeded();
  // Formulas have started this page, perhaps, and nobody sees it.
  await firstSeen(place);
  stopWaiting();
  const theme = officeTheme();
  if (theme !== undefined) place.dataset['theme'] = theme;
  place.replaceChildren();
  startPage(place, makePanelHost(), {
    enrich: async () => (await import('../shared/panel/enrich')).ENRICH_PARTS,
    explore: async () => (await import('../shared/panel/explore')).EXPLORE_PARTS,
    lists: async () => (await import('../shared/panel/lists')).LISTS_PARTS,
  });
}
