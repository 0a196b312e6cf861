import type { OperationName } from './operations';

/** What the Trace panel does with the API; a recalculation would repeat it, so none of it is a function. */
export const PANEL_USES: { readonly [N in OperationName]?: string } = {
  'companies.show': 'Test the key',
  'companies.refresh': 'Refresh companies',
  'companies.flag': 'Flag a company',
  'technologies.search': 'Check the name of a technology',
  'jobs.show': 'Look at a refresh',
  'lists.index': 'Show lists',
  'lists.create': 'Make a list',
  'lists.rename': 'Rename a list',
  'lists.delete': 'Delete a list',
  'lists.filterFields': 'Fields of a definition',
  'lists.definition': 'Read a definition',
  'lists.replaceDefinition': 'Replace a definition',
  'lists.previewCount': 'Count before saving',
  'lists.materialize': 'Bring a list up to date',
  'lists.members': 'Show members',
  'lists.addDomains': 'Add domains',
  'lists.excludeDomains': 'Exclude domains',
  'lists.share': 'Share a list',
  'lists.export': 'Export a list',
};
