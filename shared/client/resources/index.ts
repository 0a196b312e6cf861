import type { Operation } from '../request';
import { companies } from './companies';
import { enrichment } from './enrichment';
import { jobs } from './jobs';
import { lists } from './lists';
import { partnerships } from './partnerships';
import { technologies } from './technologies';
import { vendors } from './vendors';

/** The operations of every resource, in the order in which pages show them. */
export const RESOURCES = { companies, technologies, vendors, partnerships, enrichment, lists, jobs };

type OperationsOf<R> = R extends unknown ? R[keyof R] : never;
/** Such as `companies.show`. */
export type OperationName = Extract<OperationsOf<(typeof RESOURCES)[keyof typeof RESOURCES]>, Operation>['name'];
type NamedOperation = Operation & { readonly name: OperationName };

/** Every operation. */
export const OPERATIONS: readonly NamedOperation[] = Object.values(RESOURCES).flatMap(
  (resource): readonly NamedOperation[] => Object.values(resource),
);
