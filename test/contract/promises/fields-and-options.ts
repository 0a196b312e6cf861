import { always, column, day, problem, type HostPromise } from './promise';

/** Names are compared whole: no technology is called Google, although many begin with it. */
const NO_GOOGLE = problem(
  'Trace does not know the technology "Google". Did you mean Google Ads, Google Maps or Google Cloud?',
);

export const FIELDS_AND_OPTIONS: readonly HostPromise[] = [
  {
    title: 'a text instead of the problem of a row, in every column',
    id: 'TRACE_COMPANY',
    args: [column('stripe.com', 'x y', 'unknown.example', ''), 'name, slug', "if_problem='-'"],
    cells: [
      ['Stripe', 'stripe'],
      ['-', '-'],
      ['not tracked', 'not tracked'],
    ],
    requests: 1,
  },
  {
    title: 'a blank instead of the problem of the formula',
    id: 'TRACE_TECH',
    args: ['stripe.com', 'no-such-field', "if_problem=''"],
    cells: [['']],
    requests: 0,
  },
  {
    title: 'a text instead of what a service that fails says',
    id: 'TRACE_COMPANY',
    args: ['stripe.com', null, 'if_problem=later'],
    faults: [always('server-error')],
    cells: [['later']],
  },
  {
    title: 'what is wrong with the options is not hidden',
    id: 'TRACE_TECH',
    args: ['stripe.com', null, 'if_problem=-;headers=7'],
    cells: [[problem('headers accepts 0, 1 or 2, not "7".')]],
    requests: 0,
  },
  {
    title: 'several fields make several columns in one order',
    id: 'TRACE_TECH',
    args: ['shopify.com', 'name, category', 'top=3'],
    cells: [['BentoML, Cloudflare, Google Workspace', 'Infrastructure, Content delivery networks, E-mail hosting']],
  },
  {
    title: 'fields from a range, in any case',
    id: 'TRACE_COMPANY',
    args: ['shopify.com', [['NAME', 'Founded Year']]],
    cells: [['Shopify', 2006]],
  },
  { title: 'an argument left out', id: 'TRACE_TECH', args: ['shopify.com', null, 'top=1'], cells: [['BentoML']] },
  {
    title: 'an argument left out as a blank text',
    id: 'TRACE_TECH',
    args: ['shopify.com', '', 'top=1'],
    cells: [['BentoML']],
  },
  { title: 'an argument left out as zero', id: 'TRACE_TECH', args: ['shopify.com', 0, 'top=1'], cells: [['BentoML']] },
  {
    title: 'a field that is misspelt',
    id: 'TRACE_TECH',
    args: ['shopify.com', 'categry'],
    cells: [[problem('There is no field "categry". Did you mean category? =TRACE_FIELDS() lists all fields.')]],
    requests: 0,
  },
  { title: 'a number', id: 'TRACE_COMPANY', args: ['stripe.com', 'employee_count'], cells: [[8500]] },
  { title: 'a day', id: 'TRACE_COMPANY', args: ['shopify.com', 'last_crawled_at'], cells: [[day('2026-09-30')]] },
  {
    title: 'a day inside a joined text',
    id: 'TRACE_TECH',
    args: ['shopify.com', 'last_detected_at', 'top=2'],
    cells: [['2026-09-30, 2026-09-30']],
  },
  {
    title: 'missing values are blank',
    id: 'TRACE_COMPANY',
    args: ['sparse.example', 'name, employee_count, country, last_crawled_at'],
    cells: [['Sparse', '', '', '']],
  },
  {
    title: 'a path into the answer',
    id: 'TRACE_COMPANY',
    args: ['shopify.com', 'technologies.vendor_slug', "sep='/'"],
    cells: [['/stripe/google/cloudflare///shopify']],
  },
  {
    title: 'an empty list is none, and its count is 0',
    id: 'TRACE_TECH',
    args: ['no-technologies.example', 'name, count'],
    cells: [['none', 0]],
  },
  {
    title: 'if_none replaces none and not tracked, never blanks',
    id: 'TRACE_TECH',
    args: [column('no-technologies.example', 'unknown.example', ''), 'name', "if_none='-'"],
    cells: [['-'], ['-']],
  },
  {
    title: 'headers',
    id: 'TRACE_COMPANY',
    args: ['stripe.com', 'name, country', 'headers=1'],
    cells: [
      ['name', 'country'],
      ['Stripe', 'United States'],
    ],
  },
  {
    title: 'headers and inputs',
    id: 'TRACE_COMPANY',
    args: [column('www.stripe.com', ''), 'name', 'headers=2'],
    cells: [
      ['input', 'name'],
      ['www.stripe.com', 'Stripe'],
    ],
  },
  {
    title: 'values in columns, padded',
    id: 'TRACE_TECH',
    args: [column('no-technologies.example', 'shopify.com'), 'name', 'layout=columns;top=2'],
    cells: [
      ['none', ''],
      ['BentoML', 'Cloudflare'],
    ],
  },
  {
    title: 'days in columns are days',
    id: 'TRACE_TECH',
    args: ['shopify.com', 'last_detected_at', 'layout=columns;top=1'],
    cells: [[day('2026-09-30')]],
  },
  {
    title: 'a row for each value',
    id: 'TRACE_TECH',
    args: ['shopify.com', 'name, vendor_name', 'layout=spill;top=2'],
    cells: [
      ['BentoML', ''],
      ['Cloudflare', 'Cloudflare'],
    ],
  },
  {
    title: 'a row for each value of each input',
    id: 'TRACE_TECH',
    args: [column('shopify.com', 'unknown.example'), 'name', 'layout=spill;top=2'],
    cells: [
      ['shopify.com', 'BentoML'],
      ['shopify.com', 'Cloudflare'],
      ['unknown.example', 'not tracked'],
    ],
  },
  {
    title: 'another order',
    id: 'TRACE_TECH',
    args: ['shopify.com', null, 'sort=-name;top=2'],
    cells: [['Stripe, Shopify']],
  },
  {
    title: 'a filter',
    id: 'TRACE_TECH',
    args: ['stripe.com', null, 'vendor=google, microsoft'],
    cells: [['GitHub, Google Analytics, Google Tag Manager, Google Workspace, TypeScript']],
  },
  {
    title: 'options from a range',
    id: 'TRACE_TECH',
    args: [
      'shopify.com',
      null,
      [
        ['top', 2],
        ['sep', '+'],
      ],
    ],
    cells: [['BentoML+Cloudflare']],
  },
  {
    title: 'an option that is not understood',
    id: 'TRACE_TECH',
    args: ['shopify.com', null, 'top=many'],
    cells: [[problem('top accepts a whole number from 1 to 1,000, not "many".')]],
    requests: 0,
  },
  {
    title: 'an option that is unknown',
    id: 'TRACE_COMPANY',
    args: ['shopify.com', null, 'top=3'],
    cells: [
      [
        problem(
          'There is no option "top" here. This function accepts headers, layout, sep, if_none, if_problem and max_age.',
        ),
      ],
    ],
    requests: 0,
  },
  {
    title: 'TRUE and FALSE',
    id: 'TRACE_HAS_TECH',
    args: [column('shopify.com', 'stripe.com', 'unknown.example'), 'Stripe, Google, nginx'],
    cells: [
      [true, NO_GOOGLE, false],
      [true, NO_GOOGLE, true],
      ['not tracked', 'not tracked', 'not tracked'],
    ],
  },
];
