import { always, column, problem, type HostPromise } from './promise';

const NO_GOOGEL = problem('Trace does not know the technology "Googel Analytics". Did you mean Google Analytics?');
const NO_ZZYZX = problem(
  'Trace does not know the technology "Zzyzx". Check the spelling, or find it with =TRACE_TECH_SEARCH("part of its name").',
);
const NO_CATALOGUE = [always('server-error', { operation: 'technologies.search' })];
const DOCUMENTED = [always('assumed-routes-missing')];
const UNCHECKED = problem(
  'Trace could not check the name "Zzyzx". Trace has a problem (HTTP 500). Wait a few minutes, then choose Retry problems on a computer.',
);

/** Yes, no and unknown are distinguished, whatever a name is asked for. */
export const NAMES: readonly HostPromise[] = [
  {
    title: 'a misspelt technology is not FALSE',
    id: 'TRACE_HAS_TECH',
    args: [column('shopify.com', '', 'unknown.example'), 'Googel Analytics, Stripe'],
    cells: [
      [NO_GOOGEL, true],
      ['', ''],
      ['not tracked', 'not tracked'],
    ],
    requests: 3,
  },
  {
    title: 'a technology that is like none is not FALSE',
    id: 'TRACE_HAS_TECH',
    args: [column('shopify.com', 'stripe.com'), 'Zzyzx'],
    cells: [[NO_ZZYZX], [NO_ZZYZX]],
    // The name, and what begins like it.
    requests: 3,
  },
  {
    title: 'no technology is asked for where no company is',
    id: 'TRACE_HAS_TECH',
    args: [column('', 'x y', 'unknown.example'), 'Zzyzx'],
    cells: [
      [''],
      [problem('"x y" is not a domain: it contains spaces. Use the company\'s domain, such as stripe.com.')],
      ['not tracked'],
    ],
    requests: 1,
  },
  {
    title: 'a technology that is still loading is not asked for',
    id: 'TRACE_HAS_TECH',
    args: ['shopify.com', 'Loading...'],
    cells: [[problem('The input cell is still loading. This row follows when it is ready.')]],
    requests: 0,
  },
  {
    title: 'a technology without quotes',
    id: 'TRACE_HAS_TECH',
    args: ['shopify.com', '#NAME?'],
    cells: [
      [problem('The technologies argument is #NAME?. Put quotes around it, such as "Stripe", or correct its cell.')],
    ],
    requests: 0,
  },
  {
    title: 'a misspelt category is not none',
    id: 'TRACE_TECH',
    args: [column('shopify.com', 'stripe.com'), 'name', 'category=Payment'],
    cells: [[problem('Trace does not know the category "Payment". Did you mean Payments?')]],
    requests: 2,
  },
  {
    title: 'a misspelt vendor is not none',
    id: 'TRACE_TECH',
    args: [column('shopify.com', 'stripe.com'), 'name', 'vendor=Gogle'],
    cells: [[problem('Trace does not know the vendor "Gogle". Did you mean Google?')]],
    requests: 2,
  },
  {
    title: 'a vendor that Trace knows and a company does not use is none',
    id: 'TRACE_TECH',
    args: ['stripe.com', 'name', 'vendor=Klarna'],
    cells: [['none']],
    requests: 2,
  },
  {
    title: 'companies of a misspelt technology',
    id: 'TRACE_TECH_COMPANIES',
    args: ['Stripes'],
    cells: [[problem('Trace does not know the technology "Stripes". Did you mean Stripe?')]],
    requests: 2,
  },
  {
    title: 'companies of a misspelt slug',
    id: 'TRACE_TECH_COMPANIES',
    args: ['stripes'],
    cells: [[problem('Trace does not know the technology "stripes". Did you mean Stripe?')]],
    requests: 2,
  },
  {
    title: 'companies of a misspelt vendor',
    id: 'TRACE_VENDOR_COMPANIES',
    args: ['Gogle'],
    cells: [[problem('Trace does not know the vendor "Gogle". Did you mean Google?')]],
    requests: 2,
  },
  {
    title: 'technologies of a misspelt category',
    id: 'TRACE_TECH_SEARCH',
    args: ['stripe', 'name', 'category=Payment'],
    cells: [[problem('Trace does not know the category "Payment". Did you mean Payments?')]],
  },
  {
    title: 'a country by its code',
    id: 'TRACE_SEARCH',
    args: ['shop', 'name, country', 'country=CA;top=1;headers=0'],
    cells: [['Shopify', 'Canada']],
    requests: 1,
  },
  {
    title: 'a misspelt country',
    id: 'TRACE_SEARCH',
    args: ['shop', 'name', 'country=Canda'],
    cells: [[problem('Trace does not know the country "Canda". Did you mean Canada?')]],
    requests: 0,
  },
  {
    title: 'a search by a misspelt technology is not none',
    id: 'TRACE_SEARCH',
    args: ['', 'name', 'technology=Googel Analytics'],
    cells: [[NO_GOOGEL]],
  },
  {
    title: 'a misspelt category of partners is not none',
    id: 'TRACE_PARTNERS',
    args: [column('stripe.com', 'shopify.com', ''), 'name', 'category=Consultng'],
    cells: [[problem('Trace does not know the category "Consultng". Did you mean Consulting?')]],
    requests: 1,
  },
  {
    title: 'a part of a category of partners is not none',
    id: 'TRACE_PARTNERS',
    args: [column('stripe.com', 'shopify.com'), 'count', 'category=marketplace'],
    cells: [[problem('Trace does not know the category "marketplace". Did you mean App marketplace?')]],
    requests: 1,
  },
  {
    title: 'types and categories of partners are not told together',
    id: 'TRACE_PARTNERS',
    args: [column('stripe.com', 'shopify.com'), 'name, type', 'category=Consulting'],
    cells: [[problem('One formula cannot show partner types with categories or descriptions. Use two formulas.')]],
    requests: 0,
  },
  {
    title: 'a type of partners that there is not',
    id: 'TRACE_PARTNERS',
    args: ['stripe.com', 'name', 'type=reseller'],
    cells: [[problem('type accepts technology, channel or generic, separated by commas, not "reseller".')]],
    requests: 0,
  },
  {
    title: 'a list by its name',
    id: 'TRACE_LIST',
    args: ['Shopify users in the US', 'domain', 'top=2;headers=0'],
    cells: [['pi.dev'], ['google.com']],
    requests: 2,
  },
  {
    title: 'a list by a misspelled name',
    id: 'TRACE_LIST',
    args: ['Shopify user in the US'],
    cells: [[problem('There is no list "Shopify user in the US". Did you mean lst_1 (Shopify users in the US)?')]],
    requests: 1,
  },
  {
    title: 'with the catalogue down what answers show stands, and the rest is not FALSE',
    id: 'TRACE_HAS_TECH',
    args: [column('shopify.com', 'stripe.com'), 'Stripe, nginx, Zzyzx'],
    faults: NO_CATALOGUE,
    cells: [
      [true, false, UNCHECKED],
      [true, true, UNCHECKED],
    ],
  },
  {
    title: 'with the catalogue malformed',
    id: 'TRACE_HAS_TECH',
    args: ['shopify.com', 'Stripe, Zzyzx'],
    faults: [always('malformed-json', { operation: 'technologies.search' })],
    cells: [
      [
        true,
        problem(
          'Trace could not check the name "Zzyzx". The answer from Trace could not be read. Wait a minute, then choose Retry problems on a computer.',
        ),
      ],
    ],
  },
  {
    title: 'with documented routes only the plain answer stands',
    id: 'TRACE_HAS_TECH',
    args: ['shopify.com', 'Stripe, Zzyzx'],
    faults: DOCUMENTED,
    cells: [[true, false]],
  },
  {
    title: 'with documented routes only a slip in a name that an answer shows is told',
    id: 'TRACE_HAS_TECH',
    args: ['stripe.com', 'Googel Analytics'],
    faults: DOCUMENTED,
    cells: [[NO_GOOGEL]],
  },
];
