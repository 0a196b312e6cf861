import { RESOURCES, type Operation } from '../../shared/api';
import { shapeOf } from './shape-of';
import type { Contract } from './shape';

/** Every operation of the client. */
export const OPERATIONS: readonly Operation[] = Object.values(RESOURCES).flatMap((resource) => Object.values(resource));

/** The answers that the client expects, by operation. */
export const CONTRACT: Contract = Object.fromEntries(
  OPERATIONS.map(({ name, answer }) => [name, { ...answer, body: shapeOf(answer.body) }]),
);
