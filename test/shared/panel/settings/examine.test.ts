import { TraceError } from '../../../../shared/errors/trace-error';
import type { BulkHost } from '../../../../shared/panel/bulk-host';
import { examine } from '../../../../shared/panel/settings/examine';
import { toFindings } from '../../../../shared/panel/settings/findings';
import type { Ask, PanelMessage } from '../../../../shared/panel/protocol';

const refuse = async (): Promise<never> => {
  throw new TraceError('fileBusy', {});
};
const BROKEN = { ports: { sheet: { list: refuse } }, activeCell: refuse, findFaults: refuse } as unknown as BulkHost;

it('ends with findings where all of the host fails', async () => {
  const ask = (async () => ({ ok: false, sentence: 'Allow Trace first.' })) as unknown as Ask;
  const offers = new Set<PanelMessage>(['keyStatus', 'problems', 'spending', 'requestLog']);
  const examined = await examine({ ask, offers }, BROKEN, () => 0);
  expect(toFindings(examined).map(({ title }) => title)).toEqual([
    'Cells were not searched for keys',
    'Your key could not be read',
    'This file could not be checked',
    'Cells cannot be read',
  ]);
});

it('asks for nothing that the host does not offer, and tests no key where there is none', async () => {
  const asked: string[] = [];
  const ask = (async (message: string) => {
    asked.push(message);
    return { ok: true, value: { hasKey: false } };
  }) as unknown as Ask;
  await examine({ ask, offers: new Set() }, BROKEN, () => 0);
  expect(asked).toEqual(['keyStatus']);
});
