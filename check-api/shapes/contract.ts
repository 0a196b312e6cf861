import {
  companies,
  enrichment,
  jobs,
  lists,
  type Operation,
  partnerships,
  technologies,
  vendors,
} from '../../shared/api';
import { companyShapes } from './companies';
import { enrichmentShapes } from './enrichment';
import { jobShapes } from './jobs';
import { listShapes } from './lists';
import { partnershipShapes } from './partnerships';
import type { Contract, OperationShape } from './shape';
import { technologyShapes } from './technologies';
import { vendorShapes } from './vendors';

/** What the client takes each operation to answer. */
export const CONTRACT: Contract = Object.fromEntries([
  ...named(companies, companyShapes),
  ...named(technologies, technologyShapes),
  ...named(vendors, vendorShapes),
  ...named(partnerships, partnershipShapes),
  ...named(enrichment, enrichmentShapes),
  ...named(lists, listShapes),
  ...named(jobs, jobShapes),
]);

function named<Verb extends string>(
  operations: Readonly<Record<Verb, Operation>>,
  shapes: Readonly<Record<Verb, OperationShape>>,
): readonly (readonly [string, OperationShape])[] {
  return (Object.keys(operations) as Verb[]).map((verb) => [operations[verb].name, shapes[verb]] as const);
}
