/** One row of the self-test: a formula and what it must show. */
export interface SelfTestCheck {
  readonly about: string;
  /** The value beside the formula; `''`: a blank cell. */
  readonly input: string;
  /**
   * The formula, with commas between its arguments; `@` is the row's input, `@3` the inputs of three rows starting
   * here. `''`: the row checks what an earlier formula fills.
   */
  readonly formula: string;
  readonly shows: Shown;
  /** The position of the checked cell, relative to the row's own answer cell; absent: that cell. */
  readonly at?: readonly [down: number, right: number];
}

/** What a cell shows; `''`: nothing. */
export type Shown =
  | string
  | number
  | boolean
  /** A date such as `2026-08-01`: a date value if the host has them in cells, otherwise its text. */
  | { readonly day: string }
  /** A problem: a sentence in the cell in Google Sheets, and an error with the sentence on its card in Excel. */
  | { readonly problem: string; readonly error: '#VALUE!' | '#N/A' };

const BAKERY = 'northwind-bakery.example';
const OUTFITTERS = 'harbor-outfitters.example';
const ANALYTICS = 'cedar-analytics.example';
const PAY = 'orchard-pay.example';
const STUDIO = 'willow-studio.example';
const NO_NMAE = 'There is no field "nmae". Did you mean name? =TRACE_FIELDS() lists all fields.';
const GARDEN = 'quiet-garden.example';

/**
 * Every function at least once, each shape of answer, and the usual mistakes. The expected answers are written by
 * hand. A formula that practice companies cannot answer is one that Trace refuses before it asks for anything.
 */
export const SELF_TEST_CHECKS: readonly SelfTestCheck[] = [
  is('Text', BAKERY, '=TRACE_COMPANY(@)', 'Northwind Bakery'),
  is('Number', ANALYTICS, '=TRACE_COMPANY(@,"employee_count")', 320),
  is('Date', BAKERY, '=TRACE_COMPANY(@,"last_crawled_at")', { day: '2026-08-01' }),
  is('Web address', `https://www.${OUTFITTERS}/shop`, '=TRACE_COMPANY(@)', 'Harbor Outfitters'),
  is('Email address', 'ann@summit-health.example', '=TRACE_COMPANY(@)', 'Summit Health'),
  is('Blank cell', '', '=TRACE_COMPANY(@)', ''),
  is('Two fields: first', 'maple-academy.example', '=TRACE_COMPANY(@,"name, country")', 'Maple Academy'),
  { ...is('Two fields: second', '', '', 'Canada'), at: [-1, 1] },
  is('Three rows, one formula: first', BAKERY, '=TRACE_COMPANY(@3)', 'Northwind Bakery'),
  is('Three rows: blank row', '', '', ''),
  is('Three rows: last', PAY, '', 'Orchard Pay'),
  is('Inside IFERROR', 'lantern-books.example', '=IFERROR(TRACE_COMPANY(@),"no answer")', 'Lantern Books'),
  is('Inside another function', GARDEN, '=UPPER(TRACE_COMPANY(@))', 'QUIET GARDEN'),
  is('List of values', BAKERY, '=TRACE_TECH(@)', 'Google Analytics, Mailchimp, Shopify, Stripe'),
  is('Custom separator', BAKERY, `=TRACE_TECH(@,"name","sep=' | ';top=2")`, 'Google Analytics | Mailchimp'),
  is('List of dates', STUDIO, '=TRACE_TECH(@,"last_detected_at")', '2026-03-01, 2026-02-01'),
  is('Count of values', BAKERY, '=TRACE_TECH(@,"count")', 4),
  is('No values', GARDEN, '=TRACE_TECH(@)', 'none'),
  is('Argument left out', GARDEN, `=TRACE_TECH(@,,"if_none='-'")`, '-'),
  is('Argument left blank', GARDEN, '=TRACE_TECH(@,)', 'none'),
  is('One row per value: first', STUDIO, '=TRACE_TECH(@,"name","layout=spill")', 'Google Analytics'),
  is('One row per value: second', '', '', 'Webflow'),
  is('One column per value: first', STUDIO, '=TRACE_TECH(@,"name","layout=columns;top=2")', 'Google Analytics'),
  { ...is('One column per value: second', '', '', 'Webflow'), at: [-1, 1] },
  is('Yes or no: yes', BAKERY, '=TRACE_HAS_TECH(@2,"Shopify")', true),
  is('Yes or no: no', ANALYTICS, '', false),
  is('Partners', BAKERY, '=TRACE_PARTNERS(@)', 'Ironwood Logistics, Orchard Pay, Harbor Outfitters'),
  is('Latest partners', PAY, '=TRACE_PARTNERS(@,"name","top=2")', 'Northwind Bakery, Harbor Outfitters'),
  is('Count of partners', PAY, '=TRACE_PARTNERS(@,"count")', 5),
  is('No partners', GARDEN, '=TRACE_PARTNERS(@)', 'none'),
  is('Partnership', BAKERY, `=TRACE_PARTNERED(@,"${PAY}","partnered")`, true),
  is('First day of a partnership', BAKERY, `=TRACE_PARTNERED(@,"${PAY}","first_observed_at")`, { day: '2024-07-01' }),
  is('Shared partner', ANALYTICS, `=TRACE_SHARED_PARTNERS(@,"${BAKERY}","name","headers=0;top=3")`, 'Orchard Pay'),
  is('Companies that list a partner', GARDEN, '=TRACE_PARTNER_OF(@,"name","headers=0;top=3")', 'Orchard Pay'),
  is('Partner graph: from', STUDIO, '=TRACE_PARTNER_GRAPH(@,"headers=0;top=3")', 'Willow Studio'),
  { ...is('Partner graph: to', '', '', 'Lantern Books'), at: [-1, 2] },
  is('Company search', BAKERY, '=TRACE_SEARCH(@,"name","headers=0;top=3")', 'Northwind Bakery'),
  is('Technology search', 'practice.example', '=TRACE_TECH_SEARCH(@,"name","headers=0;top=3")', 'Practice Checkout'),
  is(
    'Any Trace API path',
    `companies/${BAKERY}/partnerships`,
    '=TRACE_GET(@,"partner_name","headers=0;top=3")',
    'Orchard Pay',
  ),
  is('Price before paying', BAKERY, '=INDEX(TRACE_COST(@),1,2)', 0),
  is('List of fields', '', '=INDEX(TRACE_FIELDS(),1,2)', 'field'),
  is(
    'Misspelled field',
    BAKERY,
    '=TRACE_COMPANY(@,"emploees")',
    refused(
      'There is no field "emploees". Did you mean employee_count or employee_range? =TRACE_FIELDS() lists all fields.',
    ),
  ),
  is('Unknown option', BAKERY, '=TRACE_TECH(@,,"tpo=3")', refused('There is no option "tpo" here. Did you mean top?')),
  is(
    'Invalid option value',
    BAKERY,
    '=TRACE_PARTNERS(@,,"top=0")',
    refused('top accepts a whole number from 1 to 1,000, not "0".'),
  ),
  is(
    'Company name instead of a domain',
    'Northwind Bakery',
    '=TRACE_COMPANY(@)',
    refused(
      '"Northwind Bakery" is not a domain: it contains spaces. =TRACE_SEARCH("Northwind Bakery",,"top=3") finds its domain for up to 3 credits.',
    ),
  ),
  is(
    'Free email provider',
    'ann@gmail.com',
    '=TRACE_COMPANY(@)',
    refused("gmail.com is a free email provider, not a company. Use the company's own domain."),
  ),
  is('Custom text for problems', 'Northwind Bakery', `=TRACE_COMPANY(@,,"if_problem='-'")`, '-'),
  is(
    'Invalid path',
    'https://example.com/',
    '=TRACE_GET(@)',
    refused('"https://example.com/" is not a path of the Trace API. Use one such as "/companies/stripe.com".'),
  ),
  is('Companies using a technology', 'Shopify', '=TRACE_TECH_COMPANIES(@,"nmae")', refused(NO_NMAE)),
  is(
    'Companies using a vendor',
    'Google',
    '=TRACE_VENDOR_COMPANIES(@,,"contry=US")',
    refused('There is no option "contry" here. Did you mean country?'),
  ),
  is('Saved lists', '', '=TRACE_LISTS("nmae")', refused(NO_NMAE)),
  is('Saved list', 'practice', '=TRACE_LIST(@,"nmae")', refused(NO_NMAE)),
  is(
    'Rescan progress',
    'practice job',
    '=TRACE_JOB(@)',
    refused('There is no job "practice job". Find job ids in the Trace panel on a computer.'),
  ),
];

function is(about: string, input: string, formula: string, shows: Shown): SelfTestCheck {
  return { about, input, formula, shows };
}

function refused(problem: string): Shown {
  return { problem, error: '#VALUE!' };
}
