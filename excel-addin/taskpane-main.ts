import { startPage } from '../shared/panel/page';
import { officeReady, officeTheme } from './office';
import { makePanelHost } from './panel/panel-host';
import { firstSeen, watchView } from './panel/panel-view';
import { refreshFunctions } from './functions/refresh-functions';

/** The panel uses its own element if the page has one, and the whole page otherwise. */
const PLACE = 'trace-panel';

void start();

async function start(): Promise<void> {
  const place = document.getElementById(PLACE) ?? document.body;
  if (!(await officeReady())) return;
  watchView();
  // Formulas may have started this page while the panel is closed.
  await firstSeen(place);
  refreshFunctions();
  const theme = officeTheme();
  if (theme !== undefined) place.dataset['theme'] = theme;
  place.replaceChildren();
  startPage(place, makePanelHost(), {
    enrich: async () => (await import('../shared/panel/enrich')).ENRICH_PARTS,
    explore: async () => (await import('../shared/panel/explore')).EXPLORE_PARTS,
    lists: async () => (await import('../shared/panel/lists')).LISTS_PARTS,
  });
}
