import { companies } from '../../shared/client/resources/companies';
import { enrichment } from '../../shared/client/resources/enrichment';
import { jobs } from '../../shared/client/resources/jobs';
import { lists } from '../../shared/client/resources/lists';
import { partnerships } from '../../shared/client/resources/partnerships';
import { technologies } from '../../shared/client/resources/technologies';
import { vendors } from '../../shared/client/resources/vendors';
import type { Operation } from '../../shared/client/operation';

const RESOURCES = [companies, technologies, vendors, partnerships, enrichment, lists, jobs] as const;

type OperationsOf<R> = R extends unknown ? R[keyof R] : never;
export type OperationName = Extract<OperationsOf<(typeof RESOURCES)[number]>, Operation>['name'];

/** Everything that the client can ask of the Trace API. */
export const OPERATIONS: readonly (Operation & { readonly name: OperationName })[] = RESOURCES.flatMap(
  (resource): readonly (Operation & { readonly name: OperationName })[] => Object.values(resource),
);

export function operationOf(name: string): Operation {
  const operation = OPERATIONS.find((candidate) => candidate.name === name);
  if (operation === undefined) throw new Error(`no operation ${name}`);
  return operation;
}
