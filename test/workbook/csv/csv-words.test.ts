import { toOpenedNotice } from '../../../workbook/csv/csv-words';
import { findCsvDomains } from '../../../workbook/csv/domain-column';

const LEADS = [
  ['Name', 'Deal', 'Website', 'Owner'],
  ['Stripe', '1.5', 'https://stripe.com/pricing', 'Ann'],
  ['Slack', '20', 'slack.com', 'Bo'],
  ['Unknown', '', '', ''],
];

describe('the column of domains', () => {
  it('is found by what is in it, with its title', () => {
    expect(findCsvDomains(LEADS)).toEqual({ column: 2, title: 'Website', firstRow: 1, lastRow: 2 });
  });

  it('may begin in the first row', () => {
    expect(findCsvDomains([['stripe.com'], ['slack.com']])).toEqual({
      column: 0,
      title: '',
      firstRow: 0,
      lastRow: 1,
    });
  });

  it('may hold e-mail addresses of companies', () => {
    expect(findCsvDomains([['E-mail'], ['ann@stripe.com']])).toMatchObject({ column: 0, title: 'E-mail' });
  });

  it.each([
    ['there are names only', [['Company'], ['Stripe'], ['Slack']]],
    ['there are numbers only', [['Count'], ['1.5'], ['2.25']]],
    ['one note in ten has a domain', [['Note'], ['see stripe.com'], ['a b'], ['c d'], ['slack.com'], ['e f']]],
    ['there is nothing', [['', '']]],
  ])('is not found where %s', (_case, rows) => {
    expect(findCsvDomains(rows)).toBeNull();
  });
});

describe('the notice of an opened file', () => {
  it('says how many rows there are, and where the domains are', () => {
    expect(toOpenedNotice('leads.csv', LEADS, findCsvDomains(LEADS))).toBe(
      'leads.csv: 3 rows. Domains are in column C, “Website”.',
    );
  });

  it.each([
    [
      'of names',
      [
        ['Company', 'Country'],
        ['Stripe', 'US'],
        ['Slack', 'US'],
      ],
      'a.csv: 2 rows.',
    ],
    [
      'of names without titles',
      [
        ['Stripe', 'US'],
        ['Slack', 'US'],
      ],
      'a.csv: 2 rows.',
    ],
    [
      'that begins with a blank row',
      [
        ['', ''],
        ['', 'Name'],
        ['1', 'Stripe'],
      ],
      'a.csv: 1 row.',
    ],
    [
      'with a blank row above its domains',
      [[''], ['Website'], ['stripe.com'], ['slack.com']],
      'a.csv: 2 rows. Domains are in column A, “Website”.',
    ],
  ])('counts no titles in a file %s', (_file, rows, sentence) => {
    expect(toOpenedNotice('a.csv', rows, findCsvDomains(rows))).toBe(sentence);
  });

  it.each([
    [[['=1+1']], 'a.csv: 1 row. 1 formula in the file is shown as text.'],
    [
      [
        ['=1+1', '=2'],
        ['-', '+'],
      ],
      'a.csv: 2 rows. 2 formulas in the file are shown as text.',
    ],
    [[['-5', '@now']], 'a.csv: 1 row.'],
  ])('mentions formulas only where there are any: %j', (rows, sentence) => {
    expect(toOpenedNotice('a.csv', rows, null)).toBe(sentence);
  });
});
