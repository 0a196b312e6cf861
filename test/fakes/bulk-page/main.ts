import { render } from 'preact';
import { toTraceError } from '../../../shared/formulas';
import { performAction, toRefused } from '../../../shared/panel';
import type { Ask, GridValue, PanelHost, PanelMessage } from '../../../shared/ports';
import { ENRICH_PARTS } from '../../../shared/panel/enrich';
import { EXPLORE_PARTS } from '../../../shared/panel/explore';
import { LISTS_PARTS } from '../../../shared/panel/lists';
import { startPage } from '../../../shared/panel/page';
import { MemoryBulkHost } from './memory-bulk-host';

/** Set by the test before the page is loaded. */
const given = globalThis as unknown as {
  readonly cells: readonly (readonly GridValue[])[];
  readonly apiKey: string;
  readonly theme?: string;
  /** Whether lists, rescans and reports are offered, which the service answers. */
  readonly acts: boolean;
  host: MemoryBulkHost;
  /** Closes the panel and opens it again, over the same sheet. */
  reopen: () => void;
  /** Closes the panel and opens it over what the test has set since. */
  startOver: () => void;
};

const KEY = { hasKey: true, masked: 'trace_…demo', keyClass: 'user', account: 'acc1', standing: 'works' } as const;
const ask = (async (message: string, name: unknown, values: unknown) => {
  if (message === 'keyStatus') return { ok: true, value: KEY };
  if (message !== 'act') return { ok: false, sentence: 'Not in this page.' };
  try {
    return { ok: true, value: await performAction(given.host.ports.client, name, values) };
  } catch (thrown) {
    return toRefused(toTraceError(thrown));
  }
}) as unknown as Ask;

const hostOf = (): MemoryBulkHost => new MemoryBulkHost(given.cells, location.origin, given.apiKey);
given.host = hostOf();
if (given.theme !== undefined) document.body.dataset['theme'] = given.theme;
const open = (): void => {
  const bulk = (): Promise<MemoryBulkHost> => Promise.resolve(given.host);
  const offers = new Set<PanelMessage>(given.acts ? ['keyStatus', 'act'] : ['keyStatus']);
  const host: PanelHost = {
    ask,
    offers,
    countedNote: 'Counted in memory.',
    keyNote: 'Kept in memory.',
    bulk,
    explore: bulk,
  };
  startPage(document.body, host, {
    enrich: () => Promise.resolve(ENRICH_PARTS),
    explore: () => Promise.resolve(EXPLORE_PARTS),
    lists: () => Promise.resolve(LISTS_PARTS),
  });
};
given.reopen = () => {
  render(null, document.body);
  open();
};
given.startOver = () => {
  given.host = hostOf();
  given.reopen();
};
open();
