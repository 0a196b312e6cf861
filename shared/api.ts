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
  searchCompanies,
} from './client/resources/companies';
export { technologyCompanies, searchTechnologies, technologies } from './client/resources/technologies';
export { vendorCompanies, vendors } from './client/resources/vendors';
export { enrichment, enrichPartnerships } from './client/resources/enrichment';
export { readFilterFields, readListsPage, readSavedList, type Definition } from './client/resources/list-answers';
export { jobs, readJobId, showJob } from './client/resources/jobs';
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
export {
  listPartnersOf,
  lookupPartnership,
  partnerGraph,
  partnerships,
  sharedPartners,
  toPartnersRecord,
} from './client/resources/partnerships';
export { type OperationName, OPERATIONS, RESOURCES } from './client/resources/index';
export { readReply } from './client/response';
export { readRetryAfterMs } from './client/send';
export { askRowsPage, findRows } from './client/rows';
export { toDigits } from './digest';
export { hasApiKey } from './errors/mask-keys';
export { readGetPath } from './functions/bodies/get-path';
