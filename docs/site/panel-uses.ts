import type { OperationName } from './operations';

/** What the Trace panel does with the API; a recalculation would repeat it, so none of it is a function. */
export const PANEL_USES: { readonly [N in OperationName]?: string } = {
  'companies.show': 'Test the key, diagnose, explore a company',
  'companies.batch': 'Explore a company, compare two, fetch refreshed companies and old answers again',
  'companies.search': 'Explore companies by name, country and industry',
  'companies.refresh': 'Refresh companies',
  'companies.flag': 'Flag a company',
  'technologies.search':
    'Check the name of a technology, explore the catalog, suggest names for formulas, make a list of its users',
  'technologies.companies': 'Explore companies that use a technology',
  'vendors.companies': 'Explore companies that use a vendor',
  'partnerships.list': 'Explore the partners of a company',
  'partnerships.shared': 'Explore shared partners',
  'partnerships.graph': 'Draw the network of a company',
  'enrichment.partnerships': 'Enrich a column, shared partners where Trace has no list of them',
  'jobs.show': 'Look at a refresh',
  'lists.index': 'Show lists',
  'lists.create': 'Make a list',
  'lists.show': 'Name a list before it is deleted or replaced',
  'lists.rename': 'Rename a list',
  'lists.delete': 'Delete a list',
  'lists.filterFields': 'Fields of a definition',
  'lists.definition': 'Read a definition',
  'lists.replaceDefinition': 'Replace a definition',
  'lists.previewCount': 'Count before saving',
  'lists.materialize': 'Count members by tier',
  'lists.members': 'Show, insert and export members',
  'lists.addDomains': 'Add domains',
  'lists.excludeDomains': 'Exclude domains',
  'lists.share': 'Share a list',
};
