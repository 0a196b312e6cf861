import { fillDown } from './sheet-of-formulas';
import { useOneSpreadsheet, world } from '../spreadsheet';

/** Open ranges: the answer ends with the last input, so that it neither meets the sheet's edge nor makes the sheet grow. */

const ROWS = 4;

useOneSpreadsheet();

beforeEach(() => {
  const [grid] = world.state.sheets;
  for (const place of grid!.places()) grid!.hold(place, '');
  grid!.layout.rows = 1_000;
});

describe.each([false, true])('where Google adds rows for long results: %s', (grows) => {
  it.each([
    ['=TRACE_COMPANY(A2:A)', ROWS],
    ['=ARRAYFORMULA(TRACE_COMPANY(A2:A))', ROWS],
    ['=TRACE_TECH(A:A,"count")', ROWS + 1],
    ['=TRACE_HAS_TECH(A2:A,"Stripe")', ROWS],
    ['=TRACE_PARTNERS(A2:A)', ROWS],
    ['=TRACE_PARTNERED(A2:A,"stripe.com")', ROWS],
    ['=TRACE_PARTNERED("stripe.com",A2:A)', ROWS],
  ])('%s at row 5 has as many rows as there are inputs', (formula, rows) => {
    const grid = fillDown(world, ROWS);
    grid.layout.growsWithResults = grows;
    grid.enter('A1', 'Domain');
    grid.enter('C5', formula);
    const calls = world.calculate().length;
    world.calculate();
    const shown = Array.from({ length: rows + 1 }, (_row, at) => grid.value({ row: 5 + at, column: 3 }));
    expect({ calls, waiting: grid.waiting(), rows: grid.edge().row, after: shown[rows] }).toEqual({
      calls: 1,
      waiting: [],
      rows: 1_000,
      after: '',
    });
    expect(shown.slice(rows - ROWS, rows).filter((value) => value === '' || String(value).startsWith('#'))).toEqual([]);
  });
});
