import { RESOURCES, type Operation } from '../../shared/api';

type OperationsOf<R> = R extends unknown ? R[keyof R] : never;
export type OperationName = Extract<OperationsOf<(typeof RESOURCES)[keyof typeof RESOURCES]>, Operation>['name'];

/** Everything that the client can ask of the Trace API. */
export const OPERATIONS: readonly (Operation & { readonly name: OperationName })[] = Object.values(RESOURCES).flatMap(
  (resource): readonly (Operation & { readonly name: OperationName })[] => Object.values(resource),
);
