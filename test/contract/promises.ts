import type { SandboxFault, SandboxReset } from '../fakes/sandbox-process';
import type { ContractCell } from './contract-host';

/** One promise that every host keeps: what is typed, what is wrong with the world, what the cells show. */
export interface HostPromise {
  readonly title: string;
  readonly id: string;
  readonly args: readonly unknown[];
  readonly cells: readonly (readonly ContractCell[])[];
  /** `null`: no key is set. Unless told, `trace_demo`. */
  readonly key?: string | null;
  readonly server?: SandboxReset;
  readonly faults?: readonly SandboxFault[];
  /** Requests that reach the server. */
  readonly requests?: number;
  /** By host: why it cannot keep this promise. */
  readonly gaps?: Readonly<Record<string, string>>;
}

const problem = (sentence: string): ContractCell => ({ problem: sentence });
const day = (text: string): ContractCell => ({ day: text });
const always = (fault: string, settings: object = {}): SandboxFault => ({ fault, times: null, ...settings });
const column = (...cells: readonly unknown[]): readonly (readonly unknown[])[] => cells.map((cell) => [cell]);

const STRIPE_STACK =
  'Amazon Web Services, Datadog, Fastly, Figma, GitHub, Google Analytics, Google Tag Manager, Google Workspace, Jira, ' +
  'NGINX, Node.js, React, Ruby, Salesforce, Sentry, Slack, Stripe, TypeScript, Webpack, Zoom';
const NOT_A_DOMAIN = (text: string): ContractCell => problem(`"${text}" is not a domain. Give one such as stripe.com.`);
const REFUSED = problem(
  'Trace refused the API key: it is wrong, revoked or expired. Open the Trace panel and set a valid key.',
);
const UNREADABLE = problem('The answer from Trace could not be read. Ask again in a minute.');
const UNREACHABLE = problem('Trace could not be reached. Check the connection, then ask again.');
const DOWN = (status: number): ContractCell =>
  problem(`Trace has a problem (HTTP ${status}). Ask again in a few minutes.`);
const LEFT_OUT = problem('The answer from Trace left this row out. Ask again for this row.');

const INPUTS: readonly HostPromise[] = [
  { title: 'one domain', id: 'TRACE_TECH', args: ['stripe.com'], cells: [[STRIPE_STACK]], requests: 1 },
  {
    title: 'a web address',
    id: 'TRACE_COMPANY',
    args: ['https://www.Stripe.com/pricing?x=1'],
    cells: [['Stripe']],
    requests: 1,
  },
  { title: 'an e-mail address', id: 'TRACE_COMPANY', args: ['ann@stripe.com'], cells: [['Stripe']], requests: 1 },
  { title: 'a slug', id: 'TRACE_COMPANY', args: ['stripe', 'primary_domain'], cells: [['stripe.com']], requests: 1 },
  {
    title: 'a slug that is not tracked',
    id: 'TRACE_COMPANY',
    args: ['nobody-knows'],
    cells: [['not tracked']],
    requests: 1,
  },
  {
    title: 'a sub-domain is not cut',
    id: 'TRACE_COMPANY',
    args: ['docs.stripe.com'],
    cells: [['not tracked']],
    requests: 1,
  },
  {
    title: 'a column: one row each, in order, blanks too',
    id: 'TRACE_COMPANY',
    args: [column('shopify.com', null, 'unknown.example', 'stripe.com', '')],
    cells: [['Shopify'], [''], ['not tracked'], ['Stripe'], ['']],
    requests: 1,
  },
  {
    title: 'the same company twice is asked once',
    id: 'TRACE_COMPANY',
    args: [column('stripe.com', 'www.stripe.com', 'ann@stripe.com')],
    cells: [['Stripe'], ['Stripe'], ['Stripe']],
    requests: 1,
  },
  { title: 'a blank cell', id: 'TRACE_TECH', args: [''], cells: [['']], requests: 0 },
  { title: 'zero, as Excel hands over a blank cell', id: 'TRACE_TECH', args: [0], cells: [['']], requests: 0 },
  {
    title: 'an error cell',
    id: 'TRACE_TECH',
    args: ['#N/A'],
    cells: [[problem('The input cell shows #N/A. Correct that cell first.')]],
    requests: 0,
  },
  {
    title: 'a problem of another Trace formula',
    id: 'TRACE_TECH',
    args: ['#TRACE: No Trace API key is set.'],
    cells: [[problem('The input cell shows #TRACE: No Trace API key is set. Correct that cell first.')]],
    requests: 0,
  },
  {
    title: 'a cell that is still loading',
    id: 'TRACE_TECH',
    args: ['Loading...'],
    cells: [[problem('The input cell is still loading. This row is answered when it has its value.')]],
    requests: 0,
  },
  {
    title: 'a number',
    id: 'TRACE_TECH',
    args: [12.5],
    cells: [[problem('12.5 is a number, not a company. Give a domain such as stripe.com.')]],
    requests: 0,
  },
  {
    title: 'a date',
    id: 'TRACE_TECH',
    args: [new Date('2026-06-01T00:00:00Z')],
    cells: [[problem('The input is a date, not a company. Give a domain such as stripe.com.')]],
    requests: 0,
    gaps: { Excel: 'Excel hands dates over as numbers, so the sentence about numbers is shown' },
  },
  {
    title: 'a truth',
    id: 'TRACE_TECH',
    args: [true],
    cells: [[problem('TRUE is not a company. Give a domain such as stripe.com.')]],
    requests: 0,
  },
  {
    title: 'a free-mail address',
    id: 'TRACE_TECH',
    args: ['ann@gmail.com'],
    cells: [
      [problem("gmail.com is a free e-mail provider and does not tell the company. Give the company's own domain.")],
    ],
    requests: 0,
  },
  {
    title: 'a text of 300 characters',
    id: 'TRACE_TECH',
    args: ['x'.repeat(300)],
    cells: [[problem('The input has 300 characters; a domain has at most 253. Give a domain such as stripe.com.')]],
    requests: 0,
  },
  {
    title: 'a company name',
    id: 'TRACE_TECH',
    args: ['Acme Corp'],
    cells: [
      [problem('"Acme Corp" has spaces in it, so it is no domain. Give the company\'s domain, such as stripe.com.')],
    ],
    requests: 0,
  },
  {
    title: 'a domain with a space',
    id: 'TRACE_TECH',
    args: ['stripe .com'],
    cells: [
      [problem('"stripe .com" has spaces in it, so it is no domain. Give the company\'s domain, such as stripe.com.')],
    ],
    requests: 0,
  },
  {
    title: 'bad rows leave good rows alone',
    id: 'TRACE_COMPANY',
    args: [column('stripe.com', 'no domain!', 7, 'shopify.com')],
    cells: [
      ['Stripe'],
      [problem('"no domain!" has spaces in it, so it is no domain. Give the company\'s domain, such as stripe.com.')],
      [problem('7 is a number, not a company. Give a domain such as stripe.com.')],
      ['Shopify'],
    ],
    requests: 1,
  },
  {
    title: 'half a domain',
    id: 'TRACE_TECH',
    args: ['stripe..com'],
    cells: [[NOT_A_DOMAIN('stripe..com')]],
    requests: 0,
  },
  {
    title: 'two columns',
    id: 'TRACE_TECH',
    args: [[['stripe.com', 'shopify.com']]],
    cells: [[problem('The range is 2 columns wide. Give one cell or one column, such as A2:A100.')]],
    requests: 0,
  },
  {
    title: '60,000 rows',
    id: 'TRACE_TECH',
    args: [Array.from({ length: 60_000 }, () => ['stripe.com'])],
    cells: [
      [
        problem(
          '60,000 rows are more than one formula may ask for. Split the range into parts of at most 50,000 rows.',
        ),
      ],
    ],
    requests: 0,
  },
];

const FIELDS_AND_OPTIONS: readonly HostPromise[] = [
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
  { title: 'a number', id: 'TRACE_COMPANY', args: ['stripe.com', 'employee_count'], cells: [[2567]] },
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
    cells: [['-'], ['-'], ['']],
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
      ['', ''],
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
    cells: [[problem('top=many is not understood: top takes a whole number from 1 to 1000.')]],
    requests: 0,
  },
  {
    title: 'an option that is unknown',
    id: 'TRACE_COMPANY',
    args: ['shopify.com', null, 'top=3'],
    cells: [[problem('There is no option "top" here. This function knows headers, sep, if_none and max_age.')]],
    requests: 0,
  },
  {
    title: 'TRUE and FALSE',
    id: 'TRACE_HAS_TECH',
    args: [column('shopify.com', 'stripe.com', 'unknown.example'), 'Stripe, Google, nginx'],
    cells: [
      [true, false, false],
      [true, false, true],
      ['not tracked', 'not tracked', 'not tracked'],
    ],
  },
  {
    title: 'partners, the latest first',
    id: 'TRACE_PARTNERS',
    args: ['many-partners.example', null, 'top=2'],
    cells: [['Docker, Ripple']],
  },
  {
    title: '480 partners are counted',
    id: 'TRACE_PARTNERS',
    args: ['many-partners.example', 'count'],
    cells: [[480]],
    requests: 1,
  },
  {
    title: '480 partners with their types take five pages',
    id: 'TRACE_PARTNERS',
    args: ['many-partners.example', 'count', 'type=technology,channel,generic'],
    cells: [[480]],
    requests: 5,
  },
  {
    title: 'no partners',
    id: 'TRACE_PARTNERS',
    args: [column('no-partners.example', 'unknown.example'), 'name, count'],
    cells: [
      ['none', 0],
      ['not tracked', 'not tracked'],
    ],
    requests: 1,
  },
];

const TWO = [column('shopify.com', 'unknown.example')];

const FAULTS: readonly HostPromise[] = [
  {
    title: 'no key',
    id: 'TRACE_COMPANY',
    args: [column('shopify.com', '', 'x y')],
    key: null,
    cells: [
      [
        problem(
          "No Trace API key is set. Open the Trace panel and paste your key; in a shared Google Sheet the file's owner does this.",
        ),
      ],
      [''],
      [problem('"x y" has spaces in it, so it is no domain. Give the company\'s domain, such as stripe.com.')],
    ],
    requests: 0,
  },
  {
    title: 'a wrong key',
    id: 'TRACE_COMPANY',
    args: TWO,
    key: 'trace_wrong',
    cells: [[REFUSED], [REFUSED]],
    requests: 1,
  },
  {
    title: 'an organization key',
    id: 'TRACE_COMPANY',
    args: TWO,
    key: 'trace_org_demo',
    cells: [['Shopify'], ['not tracked']],
    requests: 1,
  },
  {
    title: 'a key that was revoked',
    id: 'TRACE_COMPANY',
    args: TWO,
    faults: [always('key-revoked')],
    cells: [[REFUSED], [REFUSED]],
    requests: 1,
  },
  {
    title: 'a key without an organization',
    id: 'TRACE_COMPANY',
    args: ['shopify.com'],
    faults: [always('key-without-organization')],
    cells: [
      [
        problem(
          'The API key belongs to no organization. Make a new key under Trace > Settings and set it in the Trace panel.',
        ),
      ],
    ],
    requests: 1,
  },
  {
    title: 'too few credits: how many, and nothing is charged',
    id: 'TRACE_COMPANY',
    args: [column('shopify.com', 'stripe.com', 'hubspot.com')],
    server: { credits: 2 },
    cells: Array.from({ length: 3 }, () => [
      problem('Too few Trace credits: 3 needed, 1 missing. Top up under Trace > Settings > Usage & Credits.'),
    ]),
    requests: 1,
  },
  {
    title: 'a rate limit that is longer than a formula can wait',
    id: 'TRACE_COMPANY',
    args: ['shopify.com'],
    faults: [always('rate-limited', { retryAfterSeconds: 900 })],
    cells: [[problem('Trace is getting too many requests from this key. Ask again in 900 seconds.')]],
    requests: 1,
  },
  {
    title: 'a rate limit that passes',
    id: 'TRACE_COMPANY',
    args: ['shopify.com'],
    faults: [{ fault: 'rate-limited', times: 1, retryAfterSeconds: 1 }],
    cells: [['Shopify']],
    requests: 2,
  },
  {
    title: 'a service that is down',
    id: 'TRACE_COMPANY',
    args: TWO,
    faults: [always('server-error')],
    cells: [[DOWN(500)], [DOWN(500)]],
  },
  {
    title: 'a service that is down for a moment',
    id: 'TRACE_COMPANY',
    args: TWO,
    faults: [{ fault: 'server-error', times: 1 }],
    cells: [['Shopify'], ['not tracked']],
    requests: 2,
  },
  {
    title: 'the HTML of a proxy',
    id: 'TRACE_COMPANY',
    args: ['shopify.com'],
    faults: [always('bad-gateway')],
    cells: [[DOWN(502)]],
  },
  {
    title: "a proxy's 404 is not taken for a company that is not tracked",
    id: 'TRACE_COMPANY',
    args: [column('shopify.com', 'stripe')],
    faults: [always('html-404')],
    cells: Array.from({ length: 2 }, () => [
      problem("Trace refused the request (HTTP 404). Check the formula's arguments."),
    ]),
  },
  {
    title: 'an answer that is no JSON',
    id: 'TRACE_COMPANY',
    args: TWO,
    faults: [always('malformed-json')],
    cells: [[UNREADABLE], [UNREADABLE]],
  },
  {
    title: 'an answer without a body',
    id: 'TRACE_COMPANY',
    args: ['shopify.com'],
    faults: [always('empty-body')],
    cells: [[UNREADABLE]],
  },
  {
    title: 'an answer that breaks off',
    id: 'TRACE_COMPANY',
    args: ['shopify.com'],
    faults: [always('cut-off-body')],
    cells: [[UNREACHABLE]],
  },
  {
    title: 'an answer that breaks off once',
    id: 'TRACE_COMPANY',
    args: ['shopify.com'],
    faults: [{ fault: 'cut-off-body', times: 1 }],
    cells: [['Shopify']],
  },
  {
    title: 'a connection that is dropped',
    id: 'TRACE_COMPANY',
    args: TWO,
    faults: [always('dropped-connection')],
    cells: [[UNREACHABLE], [UNREACHABLE]],
  },
  {
    title: 'a slow service is waited for',
    id: 'TRACE_COMPANY',
    args: ['shopify.com'],
    faults: [{ fault: 'slow', times: 1, delayMs: 300 }],
    cells: [['Shopify']],
    requests: 1,
  },
  {
    title: 'results in another order stay with their rows',
    id: 'TRACE_COMPANY',
    args: [column('shopify.com', 'stripe.com', 'unknown.example', 'hubspot.com')],
    faults: [always('results-shuffled')],
    cells: [['Shopify'], ['Stripe'], ['not tracked'], ['HubSpot']],
    requests: 1,
  },
  {
    title: 'results that come twice are shown once',
    id: 'TRACE_COMPANY',
    args: [column('shopify.com', 'stripe.com')],
    faults: [always('results-doubled')],
    cells: [['Shopify'], ['Stripe']],
    requests: 1,
  },
  {
    title: 'results that are dropped are missing in their own rows only',
    id: 'TRACE_COMPANY',
    args: [column('shopify.com', 'stripe.com', 'hubspot.com')],
    faults: [always('results-dropped')],
    cells: [['Shopify'], [LEFT_OUT], ['HubSpot']],
    requests: 1,
  },
  {
    title: 'with documented routes only: companies',
    id: 'TRACE_COMPANY',
    args: [column('shopify.com', 'unknown.example', 'stripe', '')],
    faults: [always('assumed-routes-missing')],
    cells: [['Shopify'], ['not tracked'], ['Stripe'], ['']],
    requests: 4,
  },
  {
    title: 'with documented routes only: technologies',
    id: 'TRACE_TECH',
    args: ['shopify.com', 'count'],
    faults: [always('assumed-routes-missing')],
    cells: [[7]],
  },
  {
    title: 'with documented routes only: has a technology',
    id: 'TRACE_HAS_TECH',
    args: ['shopify.com', 'Stripe'],
    faults: [always('assumed-routes-missing')],
    cells: [[true]],
  },
  {
    title: 'with documented routes only: partners',
    id: 'TRACE_PARTNERS',
    args: ['many-partners.example', 'count'],
    faults: [always('assumed-routes-missing')],
    cells: [[480]],
  },
];

export const PROMISES: readonly HostPromise[] = [...INPUTS, ...FIELDS_AND_OPTIONS, ...FAULTS];
