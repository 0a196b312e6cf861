import { FUNCTIONS } from '../../../../shared/catalogue/index';
import { clearPastedKeys, findPastedKeys } from '../../../../shared/panel/settings/pasted-keys';
import { MemoryGrid } from '../../../fakes/memory-grid';

const SECRET = 'trace_live_0123456789';
type Host = Parameters<typeof findPastedKeys>[0];

const open = () => {
  const grid = new MemoryGrid([
    ['Website', 'Note'],
    ['a.com', SECRET],
    [SECRET, 'see trace_live_1 there'],
  ]);
  const activeCell = async () => ({ sheet: 'sheet-1', sheetName: 'Leads', row: 0, column: 0, value: '', formula: '' });
  return { grid, host: { ports: { sheet: grid.sheet }, activeCell } as unknown as Host };
};
/** Its methods, which keep what they belong to. */
const bound = ({ info, read }: Host['ports']['sheet']) => ({ info, read });
const placesOf = (cells: readonly { readonly row: number; readonly column: number }[]) =>
  cells.map(({ row, column }) => [row, column]);

it('finds cells that hold a key and nothing else, wherever they are', async () => {
  const { host } = open();
  expect(placesOf(await findPastedKeys(host)).sort()).toEqual([
    [1, 1],
    [2, 0],
  ]);
});

it('tells keys from names of functions and from texts about them', async () => {
  const keys = [SECRET, ` "${SECRET}" `, 'trace_org_abc'];
  const others = [...FUNCTIONS.map(({ id }) => id), 'trace_tech', 'trace_tech(A2)', 'see trace_demo', '', 7];
  const { sheet } = new MemoryGrid([...keys, ...others].map((value) => [value]));
  const found = await findPastedKeys({ ...open().host, ports: { sheet } } as unknown as Host);
  expect(placesOf(found)).toEqual([
    [0, 0],
    [1, 0],
    [2, 0],
  ]);
});

it('looks through the open sheet where the host lists none, as itself', async () => {
  const { grid, host } = open();
  const own = {
    ports: { sheet: { ...bound(grid.sheet), list: async () => null } },
    where: 'sheet-1',
    async activeCell() {
      return { sheet: this.where };
    },
  };
  expect(await findPastedKeys(own as unknown as Host)).toEqual(await findPastedKeys(host));
});

it('leaves formulas alone', async () => {
  const { grid, host } = open();
  Object.assign(grid.at(1, 1), { formula: true });
  expect(placesOf(await findPastedKeys(host))).toEqual([[2, 0]]);
});

it('clears what still holds a key, and nothing that changed meanwhile', async () => {
  const { grid, host } = open();
  const cells = await findPastedKeys(host);
  grid.at(2, 0).value = 'mine.com';
  const { cleared, left } = await clearPastedKeys(host.ports.sheet, cells);
  expect({
    cleared: placesOf(cleared),
    left,
    clearedValue: grid.at(1, 1).value,
    changedValue: grid.at(2, 0).value,
  }).toEqual({ cleared: [[1, 1]], left: 1, clearedValue: '', changedValue: 'mine.com' });
});
