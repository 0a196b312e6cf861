import { COMPANY_FIELDS, PARTNER_FIELDS, PARTNERSHIP_TYPES, TECHNOLOGY_FIELDS } from '../../catalogue/fields';
import { titleOf, type Choice } from './column-spec';

/** Common column headings, by company field; in lower case, without punctuation. */
const COMPANY_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  name: ['company name', 'account name', 'organization name'],
  primary_domain: ['primary domain', 'main domain'],
  description: ['description', 'about', 'what they do', 'summary'],
  industry: ['industry', 'sector', 'vertical'],
  employee_count: ['employees', 'employee count', 'number of employees', 'headcount', 'head count', 'staff', 'fte'],
  employee_range: ['employee range', 'company size', 'size', 'size range'],
  founded_year: ['founded', 'founded year', 'year founded', 'founding year', 'founded in'],
  country: ['country', 'hq country', 'headquarters country'],
  region: ['region', 'state', 'province', 'hq state', 'hq region'],
  city: ['city', 'hq city', 'headquarters city'],
  // A company's own count costs no credit for each partner.
  partnership_count: ['partner count', 'number of partners', 'partnership count', 'partners count'],
  last_crawled_at: ['last crawled', 'last crawled at', 'last seen by trace'],
  as_of: ['as of', 'checked on', 'trace date'],
};

const TECHNOLOGY_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  name: ['technologies', 'technology', 'tech', 'tech stack', 'techstack', 'stack', 'tools', 'tools used', 'software'],
  category: ['technology categories', 'tech categories', 'technology category'],
  vendor_name: ['technology vendors', 'tech vendors', 'vendors'],
  count: ['technology count', 'tech count', 'number of technologies', 'technologies count'],
};

const PARTNER_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  name: ['partners', 'partner', 'partnerships', 'partner names'],
};

/** Matches `Uses Shopify?` and `Has Stripe`. */
const USES = /^(?:uses|use|using|has|runs|runs on|built on|on)\s+(\S.*?)\s*\?*$/i;
/** Matches `Shared with stripe.com` and `Partners in common with Stripe.com`. */
const SHARED =
  /^(?:partners\s+)?(?:shared|mutual|common|in common)\s+(?:(?:partners|(partner count))\s+)?with\s+(\S+\.\S+)$/i;
/** Matches `Technologies: Payments` and `Partners (channel)`. */
const OF_ONE_KIND = /^([^:()]+?)\s*(?:\(([^()]+)\)|:\s*(\S[^:]*))$/;

const company = (field: string): Choice => ({ adds: 'company', field });
const technologies = (field: string): Choice => ({ adds: 'technologies', field, category: null });
const partners = (field: string): Choice => ({ adds: 'partners', field, type: null });

const CHOICES: ReadonlyMap<string, Choice> = new Map([
  // In a table of people or deals, `Name` is not the company's.
  ...toTitles(
    COMPANY_FIELDS.filter(({ name }) => name !== 'name'),
    company,
  ),
  ...toTitles(TECHNOLOGY_FIELDS, technologies),
  ...toTitles(PARTNER_FIELDS, partners),
  ...toEntries(COMPANY_HEADINGS, company),
  ...toEntries(TECHNOLOGY_HEADINGS, technologies),
  ...toEntries(PARTNER_HEADINGS, partners),
]);

/**
 * What a column's heading asks for; `null`: nothing that Trace knows. Does not check whether a technology or a type
 * exists: pricing does.
 *
 * @param heading as it is in the sheet
 */
export function choiceOfHeading(heading: string): Choice | null {
  const text = heading.trim().replace(/\s+/g, ' ');
  const plain = CHOICES.get(toKey(text));
  if (plain !== undefined) return plain;
  const [, counted, company] = SHARED.exec(text) ?? [];
  const field = counted === undefined ? 'name' : 'count';
  if (company !== undefined) return { adds: 'sharedPartners', company: company.toLowerCase(), field };
  const [, what, inBrackets, afterColon] = OF_ONE_KIND.exec(text) ?? [];
  const kind = inBrackets ?? afterColon;
  if (what !== undefined && kind !== undefined) return withKind(CHOICES.get(toKey(what)), kind.trim());
  const [, technology] = USES.exec(text) ?? [];
  return technology === undefined || isQuestion(technology) ? null : { adds: 'hasTechnology', technology };
}

/** Technologies of one category, or partners of one type. */
function withKind(choice: Choice | undefined, kind: string): Choice | null {
  if (choice?.adds === 'technologies') return { ...choice, category: kind };
  if (choice?.adds !== 'partners') return null;
  return isType(kind.toLowerCase()) ? { ...choice, type: kind.toLowerCase() } : null;
}

function isType(text: string): boolean {
  return (PARTNERSHIP_TYPES as readonly string[]).includes(text);
}

/** Matches `Is customer` and `Contacted by us`: questions about the user's own work, not about a technology. */
function isQuestion(text: string): boolean {
  return (
    /^(is|are|was|were|has|have|did|do|does|can|will|why|who|when|where|what|how)\b/i.test(text) ||
    / \S+ \S+ /.test(text)
  );
}

/** Makes `# of Employees`, `employee_count` and `Employee Count` equal. */
function toKey(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/^(#|nr\.?|no\.?|num(ber)?)\s*(of\s+)?/, 'number of ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function toTitles(
  fields: readonly { readonly name: string }[],
  toChoice: (field: string) => Choice,
): readonly (readonly [string, Choice])[] {
  return fields.map(({ name }) => [toKey(titleOf(toChoice(name))), toChoice(name)]);
}

function toEntries(
  headings: Readonly<Record<string, readonly string[]>>,
  toChoice: (field: string) => Choice,
): readonly (readonly [string, Choice])[] {
  return Object.entries(headings).flatMap(([field, names]) =>
    names.map((name) => [toKey(name), toChoice(field)] as const),
  );
}
