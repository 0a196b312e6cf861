/** One row of the self-test: what is tried, with which formula, and what it has to show. */
export interface SelfTestCheck {
  readonly about: string;
  /** Stands beside the formula; `''`: a blank cell. */
  readonly input: string;
  /**
   * With commas between its arguments; `@` is the row's input, `@3` the inputs of three rows from this one on. `''`: the
   * row checks what a formula above fills.
   */
  readonly formula: string;
  readonly shows: Shown;
  /** Where the answer stands, from the row's own answer cell on; absent: there. */
  readonly at?: readonly [down: number, right: number];
}

/** What a cell shows; `''`: nothing. */
export type Shown =
  | string
  | number
  | boolean
  /** A day such as `2026-08-01`: a date where the host has them in cells, otherwise its text. */
  | { readonly day: string }
  /** A problem, which is a sentence in the cell in Google Sheets, and an error with the sentence on its card in Excel. */
  | { readonly problem: string; readonly error: '#VALUE!' | '#N/A' };

const BAKERY = 'northwind-bakery.example';
const OUTFITTERS = 'harbor-outfitters.example';
const ANALYTICS = 'cedar-analytics.example';
const PAY = 'orchard-pay.example';
const STUDIO = 'willow-studio.example';
const NO_NMAE = 'There is no field "nmae". Did you mean name? =TRACE_FIELDS() lists all fields.';
const GARDEN = 'quiet-garden.example';

/**
 * Every function once at least, each shape of answer, and the usual mistakes. The answers are written here by hand; a
 * formula that cannot be answered from practice companies is one that Trace refuses before it asks anything.
 */
export const SELF_TEST_CHECKS: readonly SelfTestCheck[] = [
  is('A text', BAKERY, '=TRACE_COMPANY(@)', 'Northwind Bakery'),
  is('A number', ANALYTICS, '=TRACE_COMPANY(@,"employee_count")', 320),
  is('A date', BAKERY, '=TRACE_COMPANY(@,"last_crawled_at")', { day: '2026-08-01' }),
  is('An address of a page', `https://www.${OUTFITTERS}/shop`, '=TRACE_COMPANY(@)', 'Harbor Outfitters'),
  is('An email address', 'ann@summit-health.example', '=TRACE_COMPANY(@)', 'Summit Health'),
  is('A blank cell', '', '=TRACE_COMPANY(@)', ''),
  is('Two facts: the first', 'maple-academy.example', '=TRACE_COMPANY(@,"name, country")', 'Maple Academy'),
  { ...is('Two facts: the second', '', '', 'Canada'), at: [-1, 1] },
  is('Three rows, one formula: the first', BAKERY, '=TRACE_COMPANY(@3)', 'Northwind Bakery'),
  is('Three rows: a blank one', '', '', ''),
  is('Three rows: the last', PAY, '', 'Orchard Pay'),
  is('Inside IFERROR', 'lantern-books.example', '=IFERROR(TRACE_COMPANY(@),"no answer")', 'Lantern Books'),
  is('Inside another function', GARDEN, '=UPPER(TRACE_COMPANY(@))', 'QUIET GARDEN'),
  is('Several values', BAKERY, '=TRACE_TECH(@)', 'Google Analytics, Mailchimp, Shopify, Stripe'),
  is('Another separator', BAKERY, `=TRACE_TECH(@,"name","sep=' | ';top=2")`, 'Google Analytics | Mailchimp'),
  is('Dates in a text', STUDIO, '=TRACE_TECH(@,"last_detected_at")', '2026-03-01, 2026-02-01'),
  is('A number of values', BAKERY, '=TRACE_TECH(@,"count")', 4),
  is('No values', GARDEN, '=TRACE_TECH(@)', 'none'),
  is('No values, and an argument left out', GARDEN, `=TRACE_TECH(@,,"if_none='-'")`, '-'),
  is('An argument left blank', GARDEN, '=TRACE_TECH(@,)', 'none'),
  is('A row for each value: the first', STUDIO, '=TRACE_TECH(@,"name","layout=spill")', 'Google Analytics'),
  is('A row for each value: the second', '', '', 'Webflow'),
  is('A column for each value: the first', STUDIO, '=TRACE_TECH(@,"name","layout=columns;top=2")', 'Google Analytics'),
  { ...is('A column for each value: the second', '', '', 'Webflow'), at: [-1, 1] },
  is('Yes or no: yes', BAKERY, '=TRACE_HAS_TECH(@2,"Shopify")', true),
  is('Yes or no: no', ANALYTICS, '', false),
  is('Partners', BAKERY, '=TRACE_PARTNERS(@)', 'Ironwood Logistics, Orchard Pay, Harbor Outfitters'),
  is('The latest partners', PAY, '=TRACE_PARTNERS(@,"name","top=2")', 'Northwind Bakery, Harbor Outfitters'),
  is('A number of partners', PAY, '=TRACE_PARTNERS(@,"count")', 5),
  is('No partners', GARDEN, '=TRACE_PARTNERS(@)', 'none'),
  is('A partnership', BAKERY, `=TRACE_PARTNERED(@,"${PAY}","partnered")`, true),
  is('Its first day', BAKERY, `=TRACE_PARTNERED(@,"${PAY}","first_observed_at")`, { day: '2024-07-01' }),
  is('A shared partner', ANALYTICS, `=TRACE_SHARED_PARTNERS(@,"${BAKERY}","name","headers=0;top=3")`, 'Orchard Pay'),
  is('Who lists a partner', GARDEN, '=TRACE_PARTNER_OF(@,"name","headers=0;top=3")', 'Orchard Pay'),
  is('A graph: from', STUDIO, '=TRACE_PARTNER_GRAPH(@,"headers=0;top=3")', 'Willow Studio'),
  { ...is('A graph: to', '', '', 'Lantern Books'), at: [-1, 2] },
  is('A search', BAKERY, '=TRACE_SEARCH(@,"name","headers=0;top=3")', 'Northwind Bakery'),
  is('The catalog', 'practice.example', '=TRACE_TECH_SEARCH(@,"name","headers=0;top=3")', 'Practice Checkout'),
  is('Any page', `companies/${BAKERY}/partnerships`, '=TRACE_GET(@,"partner_name","headers=0;top=3")', 'Orchard Pay'),
  is('A price', BAKERY, '=INDEX(TRACE_COST(@),1,2)', 0),
  is('The list of fields', '', '=INDEX(TRACE_FIELDS(),1,2)', 'field'),
  is(
    'A misspelled field',
    BAKERY,
    '=TRACE_COMPANY(@,"emploees")',
    refused(
      'There is no field "emploees". Did you mean employee_count or employee_range? =TRACE_FIELDS() lists all fields.',
    ),
  ),
  is(
    'An unknown option',
    BAKERY,
    '=TRACE_TECH(@,,"tpo=3")',
    refused(
      'There is no option "tpo" here. This function accepts headers, layout, top, sep, sort, if_none, if_problem, max_age, category, vendor and since.',
    ),
  ),
  is(
    'An option that does not fit',
    BAKERY,
    '=TRACE_PARTNERS(@,,"top=0")',
    refused('top accepts a whole number from 1 to 1000, not "0".'),
  ),
  is(
    'A company name',
    'Northwind Bakery',
    '=TRACE_COMPANY(@)',
    refused(
      '"Northwind Bakery" is not a domain: it contains spaces. =TRACE_SEARCH("Northwind Bakery",,"top=3") finds its domain for up to 3 credits.',
    ),
  ),
  is(
    'A free mailbox',
    'ann@gmail.com',
    '=TRACE_COMPANY(@)',
    refused("gmail.com is a free email provider, not a company. Use the company's own domain."),
  ),
  is('A text in place of a problem', 'Northwind Bakery', `=TRACE_COMPANY(@,,"if_problem='-'")`, '-'),
  is(
    'A page that is not read',
    'https://example.com/',
    '=TRACE_GET(@)',
    refused('"https://example.com/" is not a path of the Trace API. Use one such as "/companies/stripe.com".'),
  ),
  is('Users of a technology', 'Shopify', '=TRACE_TECH_COMPANIES(@,"nmae")', refused(NO_NMAE)),
  is(
    'Users of a vendor',
    'Google',
    '=TRACE_VENDOR_COMPANIES(@,,"contry=US")',
    refused(
      'There is no option "contry" here. This function accepts headers, top, sep, if_none, if_problem, max_age, country and industry.',
    ),
  ),
  is('Saved lists', '', '=TRACE_LISTS("nmae")', refused(NO_NMAE)),
  is('A saved list', 'practice', '=TRACE_LIST(@,"nmae")', refused(NO_NMAE)),
  is(
    'A refresh',
    'practice job',
    '=TRACE_JOB(@)',
    refused('There is no job "practice job". Find job ids in the Trace panel.'),
  ),
];

function is(about: string, input: string, formula: string, shows: Shown): SelfTestCheck {
  return { about, input, formula, shows };
}

function refused(problem: string): Shown {
  return { problem, error: '#VALUE!' };
}
