import { column, problem, type HostPromise } from './promise';
import type { ContractCell } from '../contract-host';

const STRIPE_STACK =
  'Amazon Web Services, Datadog, Fastly, Figma, GitHub, Google Analytics, Google Tag Manager, Google Workspace, Jira, ' +
  'NGINX, Node.js, React, Ruby, Salesforce, Sentry, Slack, Stripe, TypeScript, Webpack, Zoom';
const NOT_A_DOMAIN = (text: string): ContractCell =>
  problem(`"${text}" is not a domain. Use the company's domain, such as stripe.com.`);

export const INPUTS: readonly HostPromise[] = [
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
    title: 'a column: one row each, in order, to the last one that is not blank',
    id: 'TRACE_COMPANY',
    args: [column('shopify.com', null, 'unknown.example', 'stripe.com', '')],
    cells: [['Shopify'], [''], ['not tracked'], ['Stripe']],
    requests: 1,
  },
  {
    title: 'the same company twice is asked once',
    id: 'TRACE_COMPANY',
    args: [column('stripe.com', 'www.stripe.com', 'ann@stripe.com')],
    cells: [['Stripe'], ['Stripe'], ['Stripe']],
    requests: 1,
  },
  {
    title: 'no company at all',
    id: 'TRACE_TECH',
    args: [null],
    cells: [[problem('The domains argument is missing. Write =TRACE_TECH(A2).')]],
    requests: 0,
  },
  {
    title: 'no second company',
    id: 'TRACE_PARTNERED',
    args: ['stripe.com', null],
    cells: [[problem('The second company is missing. Write =TRACE_PARTNERED(A2,B2).')]],
    requests: 0,
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
    args: ['#TRACE: No API key. Open the Trace panel and paste yours.'],
    cells: [
      [
        problem(
          'The input cell shows #TRACE: No API key. Open the Trace panel and paste yours. Correct that cell first.',
        ),
      ],
    ],
    requests: 0,
  },
  {
    title: 'a cell that is still loading',
    id: 'TRACE_TECH',
    args: ['Loading...'],
    cells: [[problem('The input cell is still loading. This row follows when it is ready.')]],
    requests: 0,
  },
  {
    title: 'a number',
    id: 'TRACE_TECH',
    args: [12.5],
    cells: [[problem('12.5 is a number, not a company. Use a domain such as stripe.com.')]],
    requests: 0,
  },
  {
    title: 'a date',
    id: 'TRACE_TECH',
    args: [new Date('2026-06-01T00:00:00Z')],
    cells: [[problem('The input is a date, not a company. Use a domain such as stripe.com.')]],
    requests: 0,
    gaps: { Excel: 'Excel hands dates over as numbers, so the sentence about numbers is shown' },
  },
  {
    title: 'a truth',
    id: 'TRACE_TECH',
    args: [true],
    cells: [[problem('TRUE is not a company. Use a domain such as stripe.com.')]],
    requests: 0,
  },
  {
    title: 'a free-mail address',
    id: 'TRACE_TECH',
    args: ['ann@gmail.com'],
    cells: [[problem("gmail.com is a free email provider, not a company. Use the company's own domain.")]],
    requests: 0,
  },
  {
    title: 'pages on other sites, between companies',
    id: 'TRACE_COMPANY',
    args: [column('stripe.com', 'https://www.linkedin.com/company/stripe', 'acme.blogspot.com')],
    cells: [
      ['Stripe'],
      [
        problem(
          '"https://www.linkedin.com/company/stripe" is a page on linkedin.com, not the company\'s site. Use the company\'s own domain.',
        ),
      ],
      [
        problem(
          '"acme.blogspot.com" is a page on blogspot.com, not the company\'s site. Use the company\'s own domain.',
        ),
      ],
    ],
    requests: 1,
  },
  {
    title: 'a text of 300 characters',
    id: 'TRACE_TECH',
    args: ['x'.repeat(300)],
    cells: [[problem('The input has 300 characters, and a domain has up to 253. Use a domain such as stripe.com.')]],
    requests: 0,
  },
  {
    title: 'a company name',
    id: 'TRACE_TECH',
    args: ['Acme Corp'],
    cells: [
      [
        problem(
          '"Acme Corp" is not a domain: it contains spaces. =TRACE_SEARCH("Acme Corp",,"top=3") finds its domain for up to 3 credits.',
        ),
      ],
    ],
    requests: 0,
  },
  {
    title: 'a domain with a space',
    id: 'TRACE_TECH',
    args: ['stripe .com'],
    cells: [
      [problem('"stripe .com" is not a domain: it contains spaces. Use the company\'s domain, such as stripe.com.')],
    ],
    requests: 0,
  },
  {
    title: 'bad rows leave good rows alone',
    id: 'TRACE_COMPANY',
    args: [column('stripe.com', 'no domain!', 7, 'shopify.com')],
    cells: [
      ['Stripe'],
      [
        problem(
          '"no domain!" is not a domain: it contains spaces. =TRACE_SEARCH("no domain!",,"top=3") finds its domain for up to 3 credits.',
        ),
      ],
      [problem('7 is a number, not a company. Use a domain such as stripe.com.')],
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
    cells: [[problem('The range has 2 columns. Use one cell or one column, such as A2:A100.')]],
    requests: 0,
  },
  {
    title: '60,000 rows',
    id: 'TRACE_TECH',
    args: [Array.from({ length: 60_000 }, () => ['stripe.com'])],
    cells: [[problem('The range has 60,000 rows, and a formula reads up to 50,000. Split the range.')]],
    requests: 0,
  },
];
