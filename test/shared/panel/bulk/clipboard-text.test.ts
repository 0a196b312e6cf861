import Papa from 'papaparse';
import { toClipboardText } from '../../../../shared/panel/bulk/clipboard-text';
import { toGridCell } from '../../../../shared/bulk/sheet/cell-values';
import { FORMULA_PAYLOADS, HIDDEN_PAYLOADS } from '../../../fakes/formula-payloads';

const text = (value: string) => ({ kind: 'text', text: value, isLiteral: true }) as const;
const RUNS = /^["\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

it.each([...FORMULA_PAYLOADS, ...HIDDEN_PAYLOADS])('pasted, %j runs nothing and stays one cell', (payload) => {
  const row = [text('stripe.com'), text(payload), text('x')];
  for (const delimiter of ['\t', ';']) {
    const { data } = Papa.parse<string[]>(toClipboardText([row, row]), { delimiter });
    expect(data.flat().filter((cell) => RUNS.test(cell))).toEqual([]);
    if (delimiter === '\t') expect(data.map((cells) => cells.length)).toEqual([3, 3]);
  }
});

test('numbers, dates and truth values are pasted as such', () => {
  const cells = [toGridCell(-5), toGridCell(true), toGridCell({ day: '2026-06-01' })];
  expect(toClipboardText([[...cells, null]])).toBe('-5\tTRUE\t2026-06-01\t(failed)');
});

test('a quote at the start of a text takes no other cell along', () => {
  const { data } = Papa.parse<string[]>(toClipboardText([[text('"open'), text('b')]]), { delimiter: '\t' });
  expect(data).toEqual([['"open', 'b']]);
});
