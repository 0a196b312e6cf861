import { startPage } from '../shared/panel/page';
import { officeReady, officeTheme } from './office';
import { makePanelHost } from './panel-host';

/** The panel stands in an element of its own where a page has one for it, and fills the page otherwise. */
const PLACE = 'trace-panel';

void start();

async function start(): Promise<void> {
  await officeReady();
  const place = document.getElementById(PLACE) ?? document.body;
  const theme = officeTheme();
  if (theme !== undefined) place.dataset['theme'] = theme;
  startPage(place, makePanelHost());
}
