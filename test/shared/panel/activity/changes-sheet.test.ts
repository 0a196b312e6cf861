import { toChangesSheet } from '../../../../shared/panel/activity/changes-sheet';
import type { Change } from '../../../../shared/panel/activity/compare-answers';

const technology: Change = {
  domain: 'a.example',
  kind: 'technology',
  what: 'Klaviyo',
  is: 'adopted',
  from: '',
  to: '',
  seenOn: '2026-05-02',
};

test('each change has a row, the newest first', () => {
  const changes: readonly Change[] = [
    technology,
    { ...technology, what: '=Shopify', is: 'dropped', seenOn: '2026-04-30' },
    { ...technology, domain: 'b.example', kind: 'partner', what: 'Okta', seenOn: '2026-06-01' },
    {
      ...{ domain: 'b.example', kind: 'fact', what: 'Employee count', is: 'changed' },
      ...{ from: '950', to: '1,200', seenOn: '2026-06-01' },
    },
  ];
  expect(toChangesSheet(changes)).toEqual({
    title: 'What changed',
    rows: [
      ['Company', 'Kind', 'Name', 'Change', 'From', 'To', 'Seen on'],
      ['b.example', 'Partner', 'Okta', 'Adopted', '', '', '2026-06-01'],
      ['b.example', 'Fact', 'Employee count', 'Changed', '950', '1,200', '2026-06-01'],
      ['a.example', 'Technology', 'Klaviyo', 'Adopted', '', '', '2026-05-02'],
      ['a.example', 'Technology', '=Shopify', 'Dropped', '', '', '2026-04-30'],
    ],
    chart: null,
    looks: { widths: [24, 12, 26, 10, 18, 18, 12], formats: [] },
  });
});

test('a sheet that would be too long says how many rows it omits', () => {
  const { rows } = toChangesSheet(Array.from({ length: 20_003 }, () => technology));
  expect({ rows: rows.length, last: rows[20_001]?.[0] }).toEqual({ rows: 20_002, last: '3 more rows are omitted' });
});
