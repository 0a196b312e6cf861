import { column, problem, type HostPromise } from './promise';

const PERSONAL_KEY = problem(
  'This needs a personal API key, not an organization key. Set your own key in the Trace panel on a computer.',
);
const NO_LIST = (id: string) => problem(`There is no list "${id}". =TRACE_LISTS() shows your lists.`);
const NO_PATH = (path: string) =>
  problem(`"${path}" is not a path of the Trace API. Use one such as "/companies/stripe.com".`);

/** Tables of technologies, companies, lists and whatever else the API has. */
export const TABLES: readonly HostPromise[] = [
  { title: 'a blank query', id: 'TRACE_TECH_SEARCH', args: [''], cells: [['']], requests: 0 },
  {
    title: 'a query that finds nothing',
    id: 'TRACE_TECH_SEARCH',
    args: ['qqqqqq', 'name'],
    cells: [['name'], ['none']],
    requests: 1,
  },
  {
    title: 'a truth for a query',
    id: 'TRACE_TECH_SEARCH',
    args: [true],
    cells: [[problem('The query must be text, such as "analytics".')]],
    requests: 0,
  },
  {
    title: 'a range for a query',
    id: 'TRACE_TECH_SEARCH',
    args: [column('a', 'b')],
    cells: [[problem('This argument accepts one cell, not 2. Use one, such as A2.')]],
    requests: 0,
  },
  {
    title: 'more rows than are shown',
    id: 'TRACE_TECH_SEARCH',
    args: ['google', 'name', 'top=2;headers=0'],
    cells: [['Google Analytics'], ['Google Tag Manager']],
    requests: 1,
  },
  {
    title: 'a technology that Trace does not know',
    id: 'TRACE_TECH_COMPANIES',
    args: ['no-such-technology'],
    cells: [
      [
        problem(
          'Trace does not know the technology "no-such-technology". Check the spelling, or find it with =TRACE_TECH_SEARCH("part of its name").',
        ),
      ],
    ],
    requests: 2,
  },
  {
    title: 'a vendor that Trace does not know',
    id: 'TRACE_VENDOR_COMPANIES',
    args: ['no-such-vendor'],
    cells: [
      [
        problem(
          'Trace does not know the vendor "no-such-vendor". Find a vendor_slug with =TRACE_TECH_SEARCH("part of a name").',
        ),
      ],
    ],
    requests: 2,
  },
  {
    title: 'nothing to search for',
    id: 'TRACE_SEARCH',
    args: ['', null, 'top=3'],
    cells: [[problem('The query argument is missing. Write =TRACE_SEARCH("shop").')]],
    requests: 0,
  },
  {
    title: 'more rows than a table has',
    id: 'TRACE_SEARCH',
    args: ['shop', null, 'top=10001'],
    cells: [[problem('top accepts a whole number from 1 to 10,000, not "10001".')]],
    requests: 0,
  },
  {
    title: 'too few credits for a table',
    id: 'TRACE_SEARCH',
    args: ['shop', 'name', 'top=3'],
    server: { credits: 2 },
    cells: [
      [
        problem(
          'Not enough Trace credits: 3 needed, 1 missing. Top up at app.tracedata.ai, under Settings > Usage & Credits.',
        ),
      ],
    ],
    requests: 1,
  },
  {
    title: 'what is no id',
    id: 'TRACE_JOB',
    args: ['../lists'],
    cells: [[problem('There is no job "../lists". Find job ids in the Trace panel on a computer.')]],
    requests: 0,
  },
  {
    title: 'an organization key',
    id: 'TRACE_LISTS',
    args: [],
    key: 'trace_org_demo',
    cells: [[PERSONAL_KEY]],
    requests: 0,
  },
  {
    title: 'an organization key',
    id: 'TRACE_LIST',
    args: ['lst_1'],
    key: 'trace_org_demo',
    cells: [[PERSONAL_KEY]],
    requests: 0,
  },
  { title: 'a list that there is not', id: 'TRACE_LIST', args: ['lst_99'], cells: [[NO_LIST('lst_99')]], requests: 2 },
  { title: 'a name that there is not', id: 'TRACE_LIST', args: ['a/b'], cells: [[NO_LIST('a/b')]], requests: 1 },
  {
    title: 'a tier that there is not',
    id: 'TRACE_LIST',
    args: ['lst_1', null, 'tier=low'],
    cells: [[problem('tier accepts high, medium or exploratory, not "low".')]],
    requests: 0,
  },
  { title: 'a step up', id: 'TRACE_GET', args: ['/v1/../admin'], cells: [[NO_PATH('/v1/../admin')]], requests: 0 },
  {
    title: 'another host',
    id: 'TRACE_GET',
    args: ['https://evil.example/v1'],
    cells: [[NO_PATH('https://evil.example/v1')]],
    requests: 0,
  },
  {
    title: 'a path that there is not',
    id: 'TRACE_GET',
    args: ['/companies/stripe.com/nothing'],
    cells: [
      [problem('Trace has no page "/companies/stripe.com/nothing". Check the path in the Trace API documentation.')],
    ],
    requests: 1,
  },
  {
    title: 'a company that is not tracked',
    id: 'TRACE_GET',
    args: ['/companies/unknown.example'],
    cells: [['not tracked']],
    requests: 1,
  },
  {
    title: 'a page that the path names',
    id: 'TRACE_GET',
    args: ['/companies/many-partners.example/partnerships?page=2&limit=1', 'partner_name', 'headers=0'],
    cells: [[problem('Remove "page" from the path. Set the number of rows with the option "top=20".')]],
    requests: 0,
  },
  {
    title: 'a family that the documentation does not name',
    id: 'TRACE_GET',
    args: ['/nothing/here'],
    cells: [
      [
        problem(
          'TRACE_GET cannot read "/nothing/here". It reads companies, technologies, vendors, partnerships, jobs and lists, not exports.',
        ),
      ],
    ],
    requests: 0,
  },
];
