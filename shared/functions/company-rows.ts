import type { Table } from '../cells/values';
import type { HttpRequest } from '../client/exchange';
import { readCompany, searchCompanies } from '../client/resources/companies';
import { technologyCompanies as askTechnology } from '../client/resources/technologies';
import { vendorCompanies as askVendor } from '../client/resources/vendors';
import { isSlug } from '../cells/identifier';
import type { Task } from '../effects';
import { TraceError } from '../errors';
import type { FunctionArguments } from './arguments';
import type { FunctionBody } from './body';
import { readCompanyField } from './company-field';
import { findTechnologySlug, toSlug } from './find-slug';
import { toMendedFormula } from './mended-formula';
import { reachOf, readRows, showRows, type RowsOutcome } from './read-rows';

/** Lists of companies: each row is a company, with the fields of a company. */

export const search: FunctionBody = function* (received) {
  const { text, options } = received;
  const query = { q: text === '' ? null : text, ...Object.fromEntries(options.given) };
  const request = searchCompanies(query);
  if (!request.path.includes('?')) {
    throw new TraceError('inputsMissing', { parameter: 'query', formula: toMendedFormula(received.spec) });
  }
  return yield* showCompanies(received, yield* readRows(request, 'page', reachOf(received)));
};

export const techCompanies: FunctionBody = function* (received) {
  const { text } = received;
  const unknown = new TraceError('technologyUnknown', { text });
  const technology = yield* findTechnologySlug(text, received);
  if (technology === '') throw unknown;
  const outcome = yield* readEither(received, askTechnology(technology), searchCompanies({ technology }));
  return yield* showCompanies(received, outcome, unknown);
};

export const vendorCompanies: FunctionBody = function* (received) {
  const { text } = received;
  const unknown = new TraceError('vendorUnknown', { text });
  const vendor = isSlug(text) ? text : toSlug(text);
  if (vendor === '') throw unknown;
  const outcome = yield* readEither(received, askVendor(vendor), searchCompanies({ vendor }));
  return yield* showCompanies(received, outcome, unknown);
};

/** The documented way where the other is missing. */
function* readEither(received: FunctionArguments, request: HttpRequest, documented: HttpRequest): Task<RowsOutcome> {
  const outcome = yield* readRows(request, 'page', reachOf(received));
  return outcome.is === 'noRoute' ? yield* readRows(documented, 'page', reachOf(received)) : outcome;
}

function showCompanies(
  received: FunctionArguments,
  outcome: RowsOutcome,
  unknown: TraceError | null = null,
): Task<Table> {
  return showRows(received, outcome, unknown, (row, field, asOfMs) =>
    readCompanyField(readCompany(row) ?? row, field, asOfMs),
  );
}
