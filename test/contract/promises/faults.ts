import { always, column, problem, type HostPromise } from './promise';
import type { ContractCell } from '../contract-host';

const REFUSED = problem(
  'Trace refused the API key: it is wrong, revoked or expired. Set a valid key in the Trace panel on a computer.',
);
const UNREADABLE = problem(
  'The answer from Trace could not be read. Wait a minute, then choose Retry problems on a computer.',
);
const UNREACHABLE = problem(
  'Trace could not be reached. Check your connection, then choose Retry problems on a computer.',
);
const DOWN = (status: number): ContractCell =>
  problem(`Trace has a problem (HTTP ${status}). Wait a few minutes, then choose Retry problems on a computer.`);
const LEFT_OUT = problem('Trace answered without this row. Choose Retry problems on a computer.');

const SPACES = problem('"x y" is not a domain: it contains spaces. Use the company\'s domain, such as stripe.com.');

const TWO = [column('shopify.com', 'unknown.example')];

export const FAULTS: readonly HostPromise[] = [
  {
    title: 'no key',
    id: 'TRACE_COMPANY',
    args: [column('shopify.com', '', 'x y')],
    key: null,
    cells: [[problem('No API key. Open the Trace panel and paste yours.')], [''], [SPACES]],
    cellsIn: {
      'Google Sheets': [[problem("No API key. The file's owner sets it in the Trace panel.")], [''], [SPACES]],
    },
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
          'The API key has no organization. Make a new key at app.tracedata.ai, then set it in the Trace panel on a computer.',
        ),
      ],
    ],
    requests: 1,
  },
  {
    title: 'too few credits: the rows that fit are answered, the others say how many are missing',
    id: 'TRACE_COMPANY',
    args: [column('shopify.com', 'stripe.com', 'hubspot.com')],
    server: { credits: 2 },
    cells: [
      ['Shopify'],
      ['Stripe'],
      [
        problem(
          'Not enough Trace credits: 3 needed, 1 missing. Top up at app.tracedata.ai, under Settings > Usage & Credits.',
        ),
      ],
    ],
    requests: 2,
  },
  {
    title: 'a rate limit that is longer than a formula can wait',
    id: 'TRACE_COMPANY',
    args: ['shopify.com'],
    faults: [always('rate-limited', { retryAfterSeconds: 900 })],
    cells: [
      [
        problem(
          'Trace gets too many requests from this key. Wait 900 seconds, then choose Retry problems on a computer.',
        ),
      ],
    ],
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
];
