import type { SheetsWorld } from '../fakes/apps-script/world';
import { openWorld } from './open-world';
import { problemColumn, retriesUnderWay, useSheet } from './problem-sheet';

let world: SheetsWorld;

beforeEach(async () => {
  world = await openWorld('http://127.0.0.1:9');
});

afterEach(() => world.stop());

const retry = (): unknown => world.callRpc('retryProblems');
const done = (cells: number, left = 0): object => ({ ok: true, value: { cells, left } });
const journal = (): readonly string[] => retriesUnderWay(world);

describe('a retry, while another person', () => {
  /** Acts once, right after the formulas have been taken out. */
  function whenOut(act: () => void): void {
    world.state.meanwhile = (calls) => {
      if (calls.at(-1) !== 'SpreadsheetApp.flush') return;
      // Told of the next call, Google has made the changes.
      world.state.meanwhile = () => {
        world.state.meanwhile = null;
        act();
      };
    };
  }

  it('inserts a row, every formula finds its cell again', () => {
    const grid = useSheet(world, problemColumn(3));
    whenOut(() => grid.insertRowBefore(3));
    expect({ answer: retry(), formulas: grid.formulas(), journal: journal() }).toEqual({
      answer: done(3),
      formulas: {
        B2: '=TRACE_COMPANY(A2,"name")',
        B4: '=TRACE_COMPANY(A4,"name")',
        B5: '=TRACE_COMPANY(A5,"name")',
      },
      journal: [],
    });
  });

  it('inserts a row in the moment in which they are entered again, none is lost', () => {
    const grid = useSheet(world, problemColumn(3));
    world.state.meanwhile = (calls) => {
      if (calls.filter((call) => call === 'SpreadsheetApp.flush').length < 2) return;
      world.state.meanwhile = null;
      grid.insertRowBefore(3);
    };
    retry();
    expect({ formulas: grid.formulas(), journal: journal() }).toEqual({
      formulas: {
        B2: '=TRACE_COMPANY(A2,"name")',
        B3: '=TRACE_COMPANY(A3,"name")',
        B4: '=TRACE_COMPANY(A4,"name")',
        B5: '=TRACE_COMPANY(A5,"name")',
      },
      journal: [],
    });
  });

  it('types in one of the cells, that stays, and the others have their formulas', () => {
    const grid = useSheet(world, problemColumn(3));
    whenOut(() => grid.enter('B3', 'by hand'));
    retry();
    expect({ formulas: grid.formulas(), typed: grid.value({ row: 3, column: 2 }) }).toEqual({
      formulas: { B2: '=TRACE_COMPANY(A2,"name")', B4: '=TRACE_COMPANY(A4,"name")' },
      typed: 'by hand',
    });
  });

  it('opens the sidebar, which puts them back, each is there once', () => {
    const grid = useSheet(world, problemColumn(3));
    const before = grid.formulas();
    whenOut(() => void world.callRpc('restoreFormulas', [], { as: 'editor' }));
    expect({ answer: retry(), formulas: grid.formulas(), journal: journal() }).toEqual({
      answer: done(3),
      formulas: before,
      journal: [],
    });
  });

  it('retries as well, each is there once', () => {
    const grid = useSheet(world, problemColumn(3));
    const before = grid.formulas();
    whenOut(() => void world.callRpc('retryProblems', [], { as: 'editor' }));
    expect({ answer: retry(), formulas: grid.formulas(), journal: journal() }).toEqual({
      answer: done(3),
      formulas: before,
      journal: [],
    });
  });

  it('edits a formula between finding and taking out, it is theirs', () => {
    const grid = useSheet(world, problemColumn(2));
    world.state.meanwhile = (calls) => {
      const isFound = calls.includes('Range.getFormulas');
      if (!isFound || calls.at(-1) !== 'PropertiesService.getDocumentProperties') return;
      world.state.meanwhile = null;
      grid.enter('B2', '=TRACE_TECH(A2)');
    };
    const answer = retry();
    expect({ answer, formula: grid.formulas()['B2'] }).toEqual({ answer: done(0, 2), formula: '=TRACE_TECH(A2)' });
  });
});
