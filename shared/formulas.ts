/**
 * The door to what custom functions need in every host: the drivers of their tasks, the lookups, and the spending
 * ledger. The functions themselves, the calls in a column and their prices are behind `runs.ts`: the panel's first
 * paint imports this door, and would wait for them (docs/decisions/2026-11-26-doors.md).
 */
export { runAsync, runSync } from './task';
export { DAY_MS, dayOfSerial, serialOf } from './days';
export { fnv1a } from './digest';
export { sentenceInSheets } from './errors/sentences/sheets';
export { toTraceError, TraceError, type ErrorCode } from './errors/trace-error';
export { FUNCTIONS, type FunctionId } from './catalogue/index';
export { escapeFormulas } from './cells/formula-escape';
export { type FormulaArgument, readFormulaCall } from './cells/formulas';
export type { CellRange, Expression } from './cells/formula-text';
export type { ReadCells, TraceCall } from './cells/trace-calls';
export { PROBLEM_PREFIX } from './cells/problem-text';
export { isCard, isDay, type CardFact, type Cell, type CompanyCard, type Table } from './cells/values';
export { toAsciiJson } from './client/json';
export { hearOfKey, keepStanding, readStanding, type KeyStanding } from './client/key';
export { keyClassOf, toWireRequest } from './client/request';
export { isRepeatable } from './client/send';
export { DocumentLedger, filePolicyText, readFilePolicy, readLedger, readPayerId } from './credits/document-ledger';
export {
  agree,
  reservationsToStore,
  lapse,
  NO_SPENDING,
  readCounters,
  type SpendCounters,
  today,
  DEFAULT_POLICY,
  isLoose,
  mostUnasked,
  type OwnFile,
  ownFileToday,
  readOwnFile,
  readPolicy,
  type SpendPolicy,
  stricterPolicy,
  withApproval,
  withRun,
} from './credits/daily-spending';
export { decideGrant, grantUnseen, grantWithoutLedger, isLimited, toSettled, withGrant } from './credits/ledger';
export { UNNAMED_ACCOUNT } from './credits/ledger-store';
export { payForRun, readRunPaid } from './credits/run-payments';
export { PaidCompanies, readPaidDays } from './credits/paid-companies';
export { ACCOUNT_KEY } from './functions/column/formula-cache';
export { hasCutLists, refusesLists, WaitingLookups, waitingStatus } from './credits/waiting-lookups';
export { LookupBatcher } from './lookup/lookup-batcher';
export { peekIntoStore } from './lookup/cache';
export { newestShown } from './lookup/shown-answers';
