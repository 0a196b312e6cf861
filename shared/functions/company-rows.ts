import type { FieldAnswer } from '../cells/answers';
import type { JsonObject } from '../client/json';
import { readCompany, searchCompanies } from '../client/resources/companies';
import { technologyCompanies as askTechnology } from '../client/resources/technologies';
import { vendorCompanies as askVendor } from '../client/resources/vendors';
import { isSlug } from '../cells/identifier';
import { TraceError } from '../errors';
import type { FunctionBody } from './body';
import { readCompanyField } from './company-field';
import { findTechnologySlug, toSlug } from './find-slug';
import { asOfOf, readRows, showRows } from './read-rows';

/** Lists of companies: each row is a company, with the fields of a company. */

export const search: FunctionBody = function* (received) {
  const { text, options } = received;
  const given = (name: string): string | null => options.given.get(name) ?? null;
  const query = {
    q: text === '' ? null : text,
    technology: given('technology'),
    vendor: given('vendor'),
    country: given('country'),
    industry: given('industry'),
  };
  if (Object.values(query).every((value) => value === null)) {
    throw new TraceError('inputsMissing', { parameter: 'query', example: '"shop"' });
  }
  const outcome = yield* readRows(searchCompanies(query), 'page', options.top, received);
  return yield* showRows(received, outcome, companyField(asOfOf(outcome)));
};

export const techCompanies: FunctionBody = function* (received) {
  const { text, options } = received;
  const slug = yield* findTechnologySlug(text, received);
  let outcome = yield* readRows(askTechnology(slug), 'page', options.top, received);
  if (outcome.is === 'noRoute') {
    outcome = yield* readRows(searchCompanies({ technology: slug }), 'page', options.top, received);
  }
  return yield* showRows(
    received,
    outcome,
    companyField(asOfOf(outcome)),
    new TraceError('technologyUnknown', { text }),
  );
};

export const vendorCompanies: FunctionBody = function* (received) {
  const { text, options } = received;
  const slug = isSlug(text) ? text : toSlug(text);
  let outcome = yield* readRows(askVendor(slug), 'page', options.top, received);
  if (outcome.is === 'noRoute') {
    outcome = yield* readRows(searchCompanies({ vendor: slug }), 'page', options.top, received);
  }
  return yield* showRows(received, outcome, companyField(asOfOf(outcome)), new TraceError('vendorUnknown', { text }));
};

function companyField(asOfMs: number): (row: JsonObject, field: string) => FieldAnswer {
  return (row, field) => readCompanyField(readCompany(row) ?? row, field, asOfMs);
}
