import type { Operation } from '../../shared/client/operation';
import { companies } from '../../shared/client/resources/companies';
import { enrichment } from '../../shared/client/resources/enrichment';
import { jobs } from '../../shared/client/resources/jobs';
import { lists } from '../../shared/client/resources/lists';
import { partnerships } from '../../shared/client/resources/partnerships';
import { technologies } from '../../shared/client/resources/technologies';
import { vendors } from '../../shared/client/resources/vendors';
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
