import { PanelPage, type PanelOptions } from './panel-page';
import { serveWorkbook, type ServedWorkbook } from '../served-workbook';

/** The panel that a test has opened. */
export let panel: PanelPage;
/** Serves it to the tests of the file. */
export let served: ServedWorkbook;

/** Gives each test of a file a sandbox as it was at first, and closes the panel that it opens. */
export function useOnePanel(): void {
  served = serveWorkbook();
  beforeEach(() => served.control('reset', {}));
  afterEach(() => panel.close());
}

export async function openPanel(options: PanelOptions = {}): Promise<void> {
  panel = await PanelPage.open(served.browser, served.origin, options);
}
