import type { SelectedColumn } from '../../../../shared/enrich/plan/selection';
import { triage } from '../../../../shared/enrich/plan/triage';
import { chooseCompanies, nameCompanies, toOneCellText } from '../../../../shared/panel/lists/chosen-companies';

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
