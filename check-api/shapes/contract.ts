import { RESOURCES, type Operation } from '../../shared/api';
import { companyShapes } from './companies';
import { enrichmentShapes } from './enrichment';
import { jobShapes } from './jobs';
import { listShapes } from './lists';
import { partnershipShapes } from './partnerships';
import type { Contract, OperationShape } from './shape';
import { technologyShapes } from './technologies';
import { vendorShapes } from './vendors';

type Resources = typeof RESOURCES;
/** Every operation of every resource. One without a shape does not compile. */
type Shapes = { readonly [R in keyof Resources]: Readonly<Record<keyof Resources[R], OperationShape>> };

const SHAPES: Shapes = {
  companies: companyShapes,
  technologies: technologyShapes,
  vendors: vendorShapes,
  partnerships: partnershipShapes,
  enrichment: enrichmentShapes,
  lists: listShapes,
  jobs: jobShapes,
};

/** The answers that the client expects, by operation. */
export const CONTRACT: Contract = Object.fromEntries(
  (Object.keys(RESOURCES) as (keyof Resources)[]).flatMap((resource) => named(RESOURCES[resource], SHAPES[resource])),
);

/** @param shapes contains every operation of the resource */
function named(
  operations: Readonly<Record<string, Operation>>,
  shapes: Readonly<Record<string, OperationShape>>,
): readonly (readonly [string, OperationShape])[] {
  return Object.entries(operations).map(([verb, { name }]) => [name, shapes[verb]!] as const);
}
