/**
 * The door to the Trace API as the client knows it, for programs other than the add-ons: the relay, the contract
 * check and the help pages.
 */
export { parseJson, readCount, readObject, readText } from './client/json';
export { type Operation, toRequest } from './client/request';
export type { AnswerHeader, ValueOf } from './client/schema';
export {
  batchCompanies,
  companies,
  flagCompany,
  readCompany,
  readTechnologies,
  refreshCompanies,
  showCompany,
} from './client/resources/companies';
export { searchCompanies, technologyCompanies, vendorCompanies } from './client/resources/company-search';
export { enrichment, enrichPartnerships } from './client/resources/enrichment';
export { readFilterFields } from './client/resources/filter-fields';
export { jobs, readJobId, showJob } from './client/resources/jobs';
export { readListsPage, readSavedList, type Definition } from './client/resources/list-answers';
export {
  addListDomains,
  createList,
  deleteList,
  excludeListDomains,
  exportList,
  indexLists,
  listFilterFields,
  listMembers,
  lists,
  materializeList,
  previewListCount,
  renameList,
  replaceDefinition,
  shareList,
  showDefinition,
  showList,
} from './client/resources/lists';
export { lookupPartnership, partnerGraph, sharedPartners } from './client/resources/partnership-questions';
export { listPartnersOf, partnerships, toPartnersRecord } from './client/resources/partnerships';
export { type OperationName, OPERATIONS, RESOURCES } from './client/resources/index';
export { searchTechnologies, technologies } from './client/resources/technologies';
export { vendors } from './client/resources/vendors';
export { readReply } from './client/response';
export { readRetryAfterMs } from './client/send';
export { askRowsPage, findRows } from './client/rows';
export { toDigits } from './digest';
export { hasApiKey } from './errors/mask-keys';
export { readGetPath } from './functions/bodies/get-path';
