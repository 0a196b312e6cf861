import { startPage } from '../shared/panel/page';
import { officeReady, officeTheme } from './office';
import { makePanelHost } from './panel-host';

/** The panel uses its own element where a page has one, and the whole page otherwise. */
const PLACE = 'trace-panel';

void start();

async function start(): Promise<void> {
  await officeReady();
  const place = document.getElementById(PLACE) ?? document.body;
  const theme = officeTheme();
  if (theme !== undefined) place.dataset['theme'] = theme;
  place.replaceChildren();
  startPage(place, makePanelHost(), {
    enrich: async () => (await import('../shared/panel/enrich')).ENRICH_PARTS,
    explore: async () => (await import('../shared/panel/explore')).EXPLORE_PARTS,
    lists: async () => (await import('../shared/panel/lists')).LISTS_PARTS,
  });
}
