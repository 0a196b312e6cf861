import { column, day, problem, type HostPromise } from './promise';

export const PARTNERS: readonly HostPromise[] = [
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
    title: '480 partners of all types are counted without reading them',
    id: 'TRACE_PARTNERS',
    args: ['many-partners.example', 'count', 'type=technology,channel,generic'],
    cells: [[480]],
    requests: 1,
  },
  {
    title: '480 partners ordered by their types take five pages',
    id: 'TRACE_PARTNERS',
    args: ['many-partners.example', 'type', 'sort=-type;top=1'],
    cells: [['technology']],
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
  {
    title: 'pairs, row by row',
    id: 'TRACE_PARTNERED',
    args: [
      column('stripe.com', 'shopify.com', '', 'stripe.com'),
      column('shopify.com', 'no-partners.example', 'x.com', ''),
    ],
    cells: [
      [true, day('2023-12-22')],
      [false, ''],
      ['', ''],
      ['', ''],
    ],
    requests: 2,
  },
  {
    title: 'whole columns with titles: rows to the last one of the longer column',
    id: 'TRACE_PARTNERED',
    args: [column('Domain', 'stripe.com', '', '', ''), column('Website', 'shopify.com', 'hubspot.com', '', '')],
    cells: [
      ['', ''],
      [true, day('2023-12-22')],
      ['', ''],
    ],
    requests: 1,
  },
  {
    title: 'one company against a column',
    id: 'TRACE_PARTNERED',
    args: ['stripe.com', column('shopify.com', 'unknown.example', 'www.stripe.com', '#N/A'), 'partnered'],
    cells: [
      [true],
      ['not tracked'],
      ['same company'],
      [problem('The input cell shows #N/A. Correct that cell first.')],
    ],
    requests: 2,
  },
  {
    title: 'columns of different lengths',
    id: 'TRACE_PARTNERED',
    args: [column('stripe.com', 'shopify.com'), column('stripe.com', 'shopify.com', 'hubspot.com')],
    cells: [[problem('The columns have 2 and 3 rows. Use columns of the same length, or one cell on one side.')]],
    requests: 0,
  },
  {
    title: 'the same company on both sides',
    id: 'TRACE_SHARED_PARTNERS',
    args: ['stripe.com', 'https://stripe.com/'],
    cells: [[problem('Both sides are stripe.com. Use two different companies.')]],
    requests: 0,
  },
  {
    title: 'nothing in common',
    id: 'TRACE_SHARED_PARTNERS',
    args: ['stripe.com', 'no-partners.example', 'name'],
    cells: [['name'], ['none']],
    requests: 1,
  },
  { title: 'a blank cell', id: 'TRACE_PARTNER_OF', args: [''], cells: [['']], requests: 0 },
  {
    title: 'a company that is not tracked',
    id: 'TRACE_PARTNER_OF',
    args: ['unknown.example'],
    cells: [['not tracked']],
    requests: 1,
  },
  {
    title: 'an order that the service does not know',
    id: 'TRACE_PARTNER_OF',
    args: ['stripe.com', null, 'sort=name'],
    cells: [
      [
        problem(
          'sort accepts last_observed_at, first_observed_at, observation_count, with a minus sign for descending order, not "name".',
        ),
      ],
    ],
    requests: 0,
  },
  {
    title: 'too deep',
    id: 'TRACE_PARTNER_GRAPH',
    args: ['stripe.com', 'depth=3'],
    cells: [[problem('depth accepts 1 or 2, not "3".')]],
    requests: 0,
  },
  {
    title: 'no partners',
    id: 'TRACE_PARTNER_GRAPH',
    args: ['no-partners.example', 'headers=0'],
    cells: [['none', '', '', '', '', '']],
    requests: 1,
  },
];
