import { toChangesSheet } from '../../../../shared/panel/activity/changes-sheet';

const AT_MS = Date.UTC(2026, 5, 1, 23, 59);

test('each thing that is different has a row, with what it was and what it is', () => {
  const changes = [
    {
      domain: 'a.example',
      added: ['Klaviyo'],
      dropped: ['=Shopify'],
      newPartners: ['Okta'],
      formerPartners: ['Zoom'],
      facts: [{ title: 'Employee count', before: '950', after: '1,200' }],
    },
    { domain: 'b.example', added: [], dropped: ['React'], newPartners: [], formerPartners: [], facts: [] },
  ];
  expect(toChangesSheet(changes, AT_MS)).toEqual({
    title: 'Changes',
    rows: [
      ['Company', 'Change', 'Before', 'After', 'Found'],
      ['a.example', 'Technology added', '', 'Klaviyo', '2026-06-01'],
      ['a.example', 'Technology dropped', '=Shopify', '', '2026-06-01'],
      ['a.example', 'Partner added', '', 'Okta', '2026-06-01'],
      ['a.example', 'Partner dropped', 'Zoom', '', '2026-06-01'],
      ['a.example', 'Employee count', '950', '1,200', '2026-06-01'],
      ['b.example', 'Technology dropped', 'React', '', '2026-06-01'],
    ],
    chart: null,
  });
});

test('a sheet that would be too long says what it leaves out', () => {
  const changes = Array.from({ length: 20_003 }, (_company, at) => ({
    domain: `company-${at}.example`,
    added: ['React'],
    dropped: [],
    newPartners: [],
    formerPartners: [],
    facts: [],
  }));
  const { rows } = toChangesSheet(changes, AT_MS);
  expect({ rows: rows.length, last: rows[20_001]?.[0] }).toEqual({ rows: 20_002, last: '3 more rows are left out' });
});
