import { runInNewContext } from 'node:vm';
import { identifiersOf, readInput, readInputs } from '../../../shared/cells/inputs';

describe('one input cell', () => {
  it.each([[''], ['   '], [null], [undefined], [0]])('%j is blank', (cell) => {
    expect(readInput(cell)).toEqual({ is: 'blank' });
  });

  it.each([
    ['stripe.com', 'stripe.com'],
    ['https://www.Stripe.com/x', 'stripe.com'],
    ['ann@stripe.com', 'stripe.com'],
    ['stripe', 'stripe'],
  ])('%s asks for %s', (cell, identifier) => {
    expect(readInput(cell)).toEqual({ is: 'company', identifier, given: cell });
  });

  it.each([
    ['#N/A', 'The input cell shows #N/A. Correct that cell first.'],
    ['#TRACE: no key', 'The input cell shows #TRACE: no key. Correct that cell first.'],
    ['Loading...', 'The input cell is still loading. This row follows when it is ready.'],
    ['Wird geladen…', 'The input cell is still loading. This row follows when it is ready.'],
    ['(preview)', 'The input cell is still loading. This row follows when it is ready.'],
    [12, '12 is a number, not a company. Use a domain such as stripe.com.'],
    [true, 'TRUE is not a company. Use a domain such as stripe.com.'],
    [new Date(0), 'The input is a date, not a company. Use a domain such as stripe.com.'],
    ['ann@gmail.com', "gmail.com is a free email provider, not a company. Use the company's own domain."],
    [
      'Acme Corp',
      '"Acme Corp" is not a domain: it contains spaces. =TRACE_SEARCH("Acme Corp",,"top=3") finds its domain for up to 3 credits.',
    ],
    [
      'ann@acme.com, joe@agency.com',
      '"ann@acme.com, joe@agency.com" holds more than an email address. Leave only one address in the cell.',
    ],
    [
      'ann@acme.com;joe@agency.com',
      '"ann@acme.com;joe@agency.com" holds more than an email address. Leave only one address in the cell.',
    ],
    ['Ask ann@acme.com', '"Ask ann@acme.com" holds more than an email address. Leave only one address in the cell.'],
    [
      'See youtube.com/@acme.inc',
      '"See youtube.com/@acme.inc" is not a domain: it contains spaces. Use the company\'s domain, such as stripe.com.',
    ],
    ['ann@acme', '"ann@acme" is not a domain. Use the company\'s domain, such as stripe.com.'],
    [
      'Cafe @ Co.Ltd',
      '"Cafe @ Co.Ltd" is not a domain: it contains spaces. Use the company\'s domain, such as stripe.com.',
    ],
    [
      ' trace_abc123',
      'This is an API key, and others can read it here. Delete it, then save it in the Trace panel on a computer.',
    ],
    ['top=5', '"top=5" is not a domain. Use the company\'s domain, such as stripe.com.'],
    ['Stripe', '"Stripe" is not a domain. =TRACE_SEARCH("Stripe",,"top=3") finds its domain for up to 3 credits.'],
    ['x'.repeat(300), 'The input has 300 characters, and a domain has up to 253. Use a domain such as stripe.com.'],
    [{}, '"…" is not a domain. Use the company\'s domain, such as stripe.com.'],
  ])('%j is a problem: %s', (cell, sentence) => {
    const input = readInput(cell);
    expect(input.is === 'problem' && input.error.message).toBe(sentence);
  });

  it('knows a date from another realm', () => {
    const input = readInput(runInNewContext('new Date(0)'));
    expect(input.is === 'problem' && input.error.code).toBe('inputIsDate');
  });
});

const isPage = (site: string) => ({ is: 'problem', error: { code: 'inputIsPage', facts: { site } } });

describe('a page on a site that many companies use', () => {
  it('says whose site it is', () => {
    expect(readInput('https://www.linkedin.com/company/stripe')).toMatchObject({
      error: {
        message:
          '"https://www.linkedin.com/company/stripe" is a page on linkedin.com, not the company\'s site. Use the company\'s own domain.',
      },
    });
  });

  it.each([
    ['uk.linkedin.com/in/ann', 'linkedin.com'],
    ['//facebook.com/acme', 'facebook.com'],
    ['m.facebook.com/acme', 'facebook.com'],
    ['acme.eventbrite.com', 'eventbrite.com'],
    ['acme.wordpress.com', 'wordpress.com'],
    ['http://github.com/acme/tools', 'github.com'],
    ['acme.github.io', 'github.io'],
    ['https://medium.com/@acme', 'medium.com'],
    ['acme.medium.com', 'medium.com'],
    ['acme.blogspot.com', 'blogspot.com'],
    ['acme.blogspot.co.uk', 'blogspot.co.uk'],
    ['https://x.com/acme', 'x.com'],
    ['twitter.com/acme', 'twitter.com'],
    ['instagram.com/acme/', 'instagram.com'],
    ['https://www.youtube.com/@acme', 'youtube.com'],
    ['docs.google.com', 'docs.google.com'],
    ['https://sites.google.com/view/acme', 'sites.google.com'],
    ['https://www.google.com/maps/place/Acme', 'google.com'],
    ['acme.notion.site', 'notion.site'],
    ['https://notion.so/acme-123', 'notion.so'],
    ['acme.substack.com', 'substack.com'],
    ['https://www.crunchbase.com/organization/acme', 'crunchbase.com'],
    ['HTTPS://WWW.LINKEDIN.COM:443/COMPANY/ACME', 'linkedin.com'],
  ])('%s is one on %s', (cell, site) => {
    expect(readInput(cell)).toMatchObject(isPage(site));
  });

  it.each([
    ['linkedin.com', 'linkedin.com'],
    ['https://www.linkedin.com/', 'linkedin.com'],
    ['https://www.linkedin.com/?trk=a', 'linkedin.com'],
    ['http://github.com#top', 'github.com'],
    ['ann@linkedin.com', 'linkedin.com'],
    ['x.com', 'x.com'],
    ['m.facebook.com', 'm.facebook.com'],
    ['about.gitlab.com', 'about.gitlab.com'],
    ['https://business.linkedin.com/', 'business.linkedin.com'],
    ['netflix.com/jobs', 'netflix.com'],
    ['mylinkedin.com/x', 'mylinkedin.com'],
    ['linkedin.com.example/x', 'linkedin.com.example'],
    ['blogspot.com', 'blogspot.com'],
    ['https://www.google.com/intl/en/about', 'google.com'],
    ['cloud.google.com/maps', 'cloud.google.com'],
  ])('%s is the company %s', (cell, identifier) => {
    expect(readInput(cell)).toMatchObject({ is: 'company', identifier });
  });
});

describe('the first argument', () => {
  it('is a range when it has more than one row', () => {
    expect(readInputs([[''], ['stripe.com']])).toEqual({
      isRange: true,
      givenRows: 2,
      rows: [{ is: 'blank' }, { is: 'company', identifier: 'stripe.com', given: 'stripe.com' }],
    });
  });

  it('ends with its last cell that is not blank, however far the column reaches', () => {
    const column = [['stripe.com'], [''], ['a.com'], ...Array.from({ length: 60_000 }, () => [''])];
    const { rows, isRange, givenRows } = readInputs(column);
    expect({ kinds: rows.map(({ is }) => is), isRange, givenRows }).toEqual({
      kinds: ['company', 'blank', 'company'],
      isRange: true,
      givenRows: 60_003,
    });
  });

  it('has one blank row where nothing is in it', () => {
    expect(readInputs([[''], [''], ['']]).rows).toEqual([{ is: 'blank' }]);
  });

  it.each([
    ['domain'],
    ['Domains'],
    ['website'],
    ['Company'],
    ['companies'],
    ['url'],
    ['Company domain'],
    ['company_name'],
    ['E-mail'],
    ['Web site'],
  ])('%p names a column, never a company', (title) => {
    expect(readInputs([['stripe.com'], [title], ['a.com']]).rows[1]).toEqual({ is: 'blank' });
  });

  it.each([['domain-com'], ['urlbox'], ['company-1'], ['name.com'], ['emailage']])('%p names a company', (slug) => {
    expect(readInputs(slug).rows[0]?.is).toBe('company');
  });

  it('is one cell as a value or as a range of one', () => {
    expect(readInputs('stripe.com')).toEqual(readInputs([['stripe.com']]));
  });

  it('is refused when it is two columns wide', () => {
    expect(() => readInputs([['a.com', 'b.com']])).toThrow(
      'The range has 2 columns. Use one cell or one column, such as A2:A100.',
    );
  });

  it('is refused when it has 60,000 rows', () => {
    expect(() => readInputs(Array.from({ length: 60_000 }, () => ['a.com']))).toThrow(
      'The range has 60,000 rows, and a formula reads up to 50,000. Split the range.',
    );
  });

  it('names each company once', () => {
    const inputs = readInputs([['stripe.com'], ['www.stripe.com'], ['x y'], ['shopify.com']]);
    expect(identifiersOf(inputs)).toEqual(['stripe.com', 'shopify.com']);
  });
});

it('an API key in a cell is not repeated anywhere', () => {
  expect(JSON.stringify(readInput('https://a.com/?key=TRACE_secret1'))).not.toMatch(/secret1/i);
});
