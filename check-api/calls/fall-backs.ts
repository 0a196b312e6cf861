/** The documented route that serves the functions if an assumed one is missing; `null`: none. */
export const FALL_BACKS: Readonly<Record<string, string | null>> = {
  'companies.batch': 'GET /v1/companies/{identifier} for each company',
  'technologies.search': null,
  'technologies.companies': 'GET /v1/companies with technology=',
  'vendors.companies': 'GET /v1/companies with vendor=',
  'partnerships.lookup': 'GET /v1/companies/{identifier}/partnerships with q=, in which the other is looked for',
  'partnerships.shared': 'POST /v1/enrich/partnerships for both companies',
  'partnerships.graph': 'GET /v1/companies/{identifier}/partnerships, whose partners are the edges',
  'lists.addDomains': null,
  'lists.excludeDomains': null,
  'lists.share': null,
  'lists.export': null,
};
