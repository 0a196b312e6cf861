import type { Operation, OperationName } from '../../shared/api';

/** A formula that asks for an operation. */
export interface FormulaUse {
  readonly formula: string;
  /** Needed only if the service lacks this operation, which is preferred. */
  readonly without?: OperationName;
}

export interface OperationUses {
  readonly formulas: readonly FormulaUse[];
  /** How the Trace panel uses it. Most of these uses are not functions, because recalculation would repeat them. */
  readonly panel: readonly string[];
  /** Why it is used nowhere, in a sentence. */
  readonly nowhere?: string;
}

const of = (formula: string, without?: OperationName): FormulaUse =>
  without === undefined ? { formula } : { formula, without };

/**
 * The uses of operations; see {@link usesOf} for those that are left out. `docs/api-coverage.md` shows this list, and
 * test/contract/api-coverage.test.ts tries each of its entries and looks for the request.
 *
 * @internal a test has a press for each use of the panel
 */
export const API_USES = {
  'companies.show': {
    formulas: [
      of('=TRACE_TECH("stripe")'),
      of('=TRACE_HAS_TECH("stripe","Shopify")'),
      of('=TRACE_COMPANY("stripe")'),
      of('=TRACE_FIELDS("stripe")'),
    ],
    panel: ['Test the key', 'Diagnose', 'Explore a company by its slug'],
  },
  'companies.batch': {
    formulas: [
      of('=TRACE_TECH("stripe.com")'),
      of('=TRACE_HAS_TECH("stripe.com","Shopify")'),
      of('=TRACE_COMPANY("stripe.com")'),
      of('=TRACE_FIELDS("stripe.com")'),
    ],
    panel: ['Explore a company', 'Compare two companies', 'Update answers', 'Update old answers', 'Enrich a column'],
  },
  'companies.search': {
    formulas: [
      of('=TRACE_SEARCH("shop")'),
      of('=TRACE_TECH_COMPANIES("Shopify",,"country=US")'),
      of('=TRACE_VENDOR_COMPANIES("Shopify",,"country=US")'),
    ],
    panel: ['Explore companies by name', 'Find the domains of names'],
  },
  'companies.refresh': { formulas: [], panel: ['Rescan companies'] },
  'companies.flag': { formulas: [], panel: ['Report wrong data'] },
  'technologies.search': {
    formulas: [
      of('=TRACE_TECH_SEARCH("shop")'),
      of('=TRACE_TECH("stripe.com",,"category=Shops")'),
      of('=TRACE_HAS_TECH("stripe.com","Shops")'),
      of('=TRACE_TECH_COMPANIES("Shops")'),
      of('=TRACE_VENDOR_COMPANIES("Shops")'),
      of('=TRACE_SEARCH("",,"technology=Shops")'),
    ],
    panel: ['Explore the catalog', 'Suggest technologies', 'Suggest names to a formula'],
  },
  'technologies.companies': {
    formulas: [of('=TRACE_TECH_COMPANIES("Shopify")')],
    panel: ['Explore companies that use a technology'],
  },
  'vendors.companies': {
    formulas: [of('=TRACE_VENDOR_COMPANIES("Shopify")')],
    panel: ['Explore companies that use a vendor'],
  },
  'partnerships.list': {
    formulas: [
      of('=TRACE_PARTNERS("stripe.com",,"top=3")'),
      of('=TRACE_PARTNERED("stripe.com","shopify.com")', 'partnerships.lookup'),
    ],
    panel: ['Explore the partners of a company', 'Warm paths'],
  },
  'partnerships.reverse': { formulas: [of('=TRACE_PARTNER_OF("stripe.com")')], panel: [] },
  'partnerships.lookup': { formulas: [of('=TRACE_PARTNERED("stripe.com","shopify.com")')], panel: [] },
  'partnerships.shared': {
    formulas: [of('=TRACE_SHARED_PARTNERS("stripe.com","shopify.com")')],
    panel: ['Explore shared partners'],
  },
  'partnerships.graph': {
    formulas: [of('=TRACE_PARTNER_GRAPH("stripe.com")')],
    panel: ['Draw the network of a company'],
  },
  'enrichment.partnerships': {
    formulas: [
      of('=TRACE_PARTNERS("stripe.com")'),
      of('=TRACE_SHARED_PARTNERS("stripe.com","shopify.com")', 'partnerships.shared'),
      of('=TRACE_PARTNER_GRAPH("stripe.com")', 'partnerships.graph'),
    ],
    panel: ['Enrich a column with partners'],
  },
  'lists.index': { formulas: [of('=TRACE_LISTS()'), of('=TRACE_LIST("Large accounts")')], panel: ['Show lists'] },
  'lists.create': { formulas: [], panel: ['Make a list'] },
  'lists.filterFields': { formulas: [of('=TRACE_GET("/lists/filter-fields")')], panel: ['Fields of conditions'] },
  'lists.previewCount': { formulas: [], panel: ['Count before saving'] },
  'lists.show': { formulas: [of('=TRACE_GET("/lists/lst_1")')], panel: [] },
  'lists.rename': { formulas: [], panel: ['Rename a list'] },
  'lists.delete': { formulas: [], panel: ['Delete a list'] },
  'lists.definition': { formulas: [of('=TRACE_GET("/lists/lst_1/definition")')], panel: ['Read conditions'] },
  'lists.replaceDefinition': { formulas: [], panel: ['Replace conditions'] },
  'lists.members': {
    formulas: [of('=TRACE_LIST("lst_1")')],
    panel: ['Show, insert and export the companies of a list'],
  },
  'lists.materialize': { formulas: [], panel: ['Count the companies of a list by tier'] },
  'lists.addDomains': { formulas: [], panel: ['Add domains'] },
  'lists.excludeDomains': { formulas: [], panel: ['Exclude domains'] },
  'lists.share': { formulas: [], panel: ['Share a list'] },
  'lists.export': {
    formulas: [],
    panel: [],
    nowhere: 'nowhere: it cannot be limited, so the panel writes the file from the companies that it shows',
  },
  'jobs.show': { formulas: [of('=TRACE_JOB("job_1")')], panel: ['Follow a rescan'] },
} as const satisfies { readonly [N in OperationName]?: OperationUses };

/** The uses of an operation. One that is read by no function of its own is read by TRACE_GET. */
export function usesOf({ name, method, path }: Operation): OperationUses {
  const uses = (API_USES as Readonly<Record<string, OperationUses>>)[name];
  if (uses !== undefined) return uses;
  if (method !== 'GET') throw new Error(`docs/site/api-uses.ts does not say where ${name} is used`);
  return { formulas: [of(`=TRACE_GET("${path.replace('{identifier}', 'stripe.com')}")`)], panel: [] };
}
