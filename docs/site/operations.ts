import { RESOURCES, type Operation } from '../../shared/api';

type OperationsOf<R> = R extends unknown ? R[keyof R] : never;
export type OperationName = Extract<OperationsOf<(typeof RESOURCES)[keyof typeof RESOURCES]>, Operation>['name'];

/** Every operation that the client can use. */
export const OPERATIONS: readonly (Operation & { readonly name: OperationName })[] = Object.values(RESOURCES).flatMap(
  (resource): readonly (Operation & { readonly name: OperationName })[] => Object.values(resource),
);
