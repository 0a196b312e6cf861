import { TraceError } from '../../../../shared/errors/trace-error';
import {
  changedBy,
  leftOf,
  toChangedText,
  toUndoneText,
  chooseCompanies,
  nameCompanies,
  toOneCellText,
} from '../../../../shared/panel/lists/domains-text';
import type { SelectedColumn } from '../../../../shared/enrich/plan/selection';
import { triage } from '../../../../shared/enrich/plan/triage';

describe('domains text', () => {
  const done = (domains: readonly string[], answer: unknown) => ({ is: 'done' as const, domains, answer });
  const refused = [{ given: 'n/a', error: new TraceError('inputIsNotADomain', { input: 'n/a' }) }];

  test('what became of the companies is one sentence', () => {
    const parts = [
      done(['a.example', 'b.example'], { added: ['a.example'], unchanged: ['b.example'], not_tracked: [] }),
      done(['c.example'], { added: [], unchanged: [], not_tracked: ['c.example'] }),
    ];
    expect(toChangedText('addDomains', { parts, refused })).toBe(
      '1 added, 1 already in the list, 1 not tracked by Trace, 1 skipped.',
    );
    expect(
      toChangedText('excludeDomains', { parts: [done(['a.example'], { excluded: ['a.example'] })], refused: [] }),
    ).toBe('1 excluded.');
  });

  test('where the service tells nothing, what was sent is said', () => {
    expect(toChangedText('addDomains', { parts: [done(['a.example', 'b.example'], null)], refused: [] })).toBe(
      '2 companies added.',
    );
  });

  test('what was not sent is kept, with the reason', () => {
    const parts = [
      done(['a.example'], {}),
      { is: 'failed' as const, domains: ['b.example'], error: new TraceError('outOfTime', {}) },
      { is: 'unsent' as const, domains: ['c.example', 'd.example'] },
    ];
    expect(leftOf({ parts, refused: [] })).toEqual({
      domains: ['b.example', 'c.example', 'd.example'],
      sentence: '3 companies were not sent. Trace took too long. Wait a minute, then retry.',
    });
    expect(leftOf({ parts: [parts[0]!], refused })).toBeNull();
  });

  test('what can be undone is what the service names as changed, of what was sent', () => {
    const parts = [
      done(['a.example', 'b.example'], { added: ['b.example', 'other.example'], unchanged: ['a.example'] }),
      done(['c.example'], null),
      { is: 'unsent' as const, domains: ['d.example'] },
    ];
    expect(changedBy('addDomains', { parts, refused: [] })).toEqual(['b.example']);
    expect(changedBy('excludeDomains', { parts, refused: [] })).toEqual([]);
  });

  test('an undone addition says that the companies stay out', () => {
    const excluded = { parts: [done(['a.example'], { excluded: ['a.example'] })], refused: [] };
    const added = { parts: [done(['a.example'], { added: ['a.example'] })], refused: [] };
    expect(toUndoneText('excludeDomains', excluded)).toBe(
      'Undone: 1 excluded. They stay out of the list until you add them again.',
    );
    expect(toUndoneText('addDomains', added)).toBe('Undone: 1 added.');
    expect(toUndoneText('addDomains', { parts: [], refused: [] })).toBe('');
  });
});

describe('chosen companies', () => {
  const LEADS = [['Domain'], ['stripe.com'], ['slack.com'], [''], ['stripe.com']];

  const selection = (given: Partial<SelectedColumn>): SelectedColumn => ({
    ...{ area: { sheet: 's', row: 0, rows: 5, column: 0, columns: 1 }, sheetName: 'Leads', column: 0, columns: [] },
    ...{ isWidened: false, selectedRow: 0, merged: 0, isTitleAbove: false, triage: triage(LEADS, 0) },
    ...given,
  });

  test('several cells are their companies, once each', () => {
    expect(chooseCompanies(selection({}), 100)).toEqual({ domains: ['stripe.com', 'slack.com'], column: [] });
  });

  test('one cell is the company of its row, and its column is apart', () => {
    const one = selection({ isWidened: true, selectedRow: 2 });
    const chosen = chooseCompanies(one, 100);
    expect(chosen).toEqual({ domains: ['slack.com'], column: ['stripe.com', 'slack.com'] });
    expect(toOneCellText(one, chosen)).toBe(
      'One cell is selected: row 3, slack.com. Select more cells for more companies.',
    );
  });

  test.each([0, 3, 40])('one cell in a row without a company is none (row %s)', (selectedRow) => {
    const one = selection({ isWidened: true, selectedRow });
    const chosen = chooseCompanies(one, 1);
    expect(chosen).toEqual({ domains: [], column: ['stripe.com'] });
    expect(toOneCellText(one, chosen)).toBe(`One cell is selected. Row ${selectedRow + 1} names no company.`);
  });

  test('one company has its name on the buttons', () => {
    expect([nameCompanies(['slack.com']), nameCompanies(['a.com', 'b.com']), nameCompanies([])]).toEqual([
      'slack.com',
      '2 companies',
      '0 companies',
    ]);
  });
});
