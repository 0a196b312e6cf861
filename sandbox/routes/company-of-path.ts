import { findCompany } from '../data/companies';
import type { Company } from '../data/company';
import { Refusal, companyNotFound } from '../refusal';
import type { Call } from './route';

/** The company in `{identifier}`, by domain or slug. Refuses with a 404 if the sandbox does not track it. */
export function companyOfPath(call: Call): Company {
  return requireCompany(call.parameters['identifier'] ?? '');
}

export function requireCompany(identifier: string): Company {
  const company = findCompany(identifier);
  if (company === null) throw new Refusal(companyNotFound(identifier));
  return company;
}
