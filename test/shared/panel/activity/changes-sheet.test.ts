import { toChangeRows, toChangesSheet } from '../../../../shared/panel/activity/changes-sheet';
import type { Change } from '../../../../shared/panel/activity/compare-answers';

const technology: Change = {
  domain: 'a.example',
  kind: 'technology',
  what: 'Klaviyo',
  category: 'Email',
  is: 'adopted',
  from: '',
  to: '',
  seenOn: '2026-05-02',
};

test('each change has a row with the day of the check, the newest first', () => {
  const changes: readonly Change[] = [
    technology,
    { ...technology, what: '=Shopify', category: 'Ecommerce', is: 'dropped', seenOn: '2026-04-30' },
    { ...technology, domain: 'b.example', kind: 'partner', what: 'Okta', category: '', seenOn: '2026-06-01' },
    {
      ...{ domain: 'b.example', kind: 'fact', what: 'Employee count', category: '', is: 'changed' },
      ...{ from: 950, to: 1_200, seenOn: '2026-06-01' },
    },
  ];
  expect(toChangesSheet(toChangeRows(changes, '2026-06-02'))).toEqual({
    title: 'What changed',
    rows: [
      ['Checked on', 'Company', 'Kind', 'Name', 'Category', 'Change', 'From', 'To', 'Seen on'],
      [{ day: '2026-06-02' }, 'b.example', 'Partner', 'Okta', '', 'Adopted', '', '', { day: '2026-06-01' }],
      [{ day: '2026-06-02' }, 'b.example', 'Fact', 'Employee count', '', 'Changed', 950, 1_200, { day: '2026-06-01' }],
      [{ day: '2026-06-02' }, 'a.example', 'Technology', 'Klaviyo', 'Email', 'Adopted', '', '', { day: '2026-05-02' }],
      [
        { day: '2026-06-02' },
        'a.example',
        'Technology',
        '=Shopify',
        'Ecommerce',
        'Dropped',
        '',
        '',
        { day: '2026-04-30' },
      ],
    ],
    looks: {
      widths: [12, 24, 12, 26, 24, 10, 18, 18, 12],
      formats: [
        { column: 6, format: '#,##0' },
        { column: 7, format: '#,##0' },
      ],
      titles: [{ row: 0, columns: 9 }],
      frozenRows: 1,
    },
  });
});

test('a check with too many changes says how many rows it omits', () => {
  const { rows } = toChangeRows(
    Array.from({ length: 20_003 }, () => technology),
    '2026-06-02',
  );
  expect({ rows: rows.length, last: rows[20_000] }).toEqual({
    rows: 20_001,
    last: [{ day: '2026-06-02' }, '3 more rows are omitted', '', '', '', '', '', '', ''],
  });
});
