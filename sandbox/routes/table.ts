import { RESOURCES, type Operation } from '../../shared/api';
import type { Resources } from '../contract';
import { companies } from './companies';
import { enrichment } from './enrichment';
import { jobs } from './jobs';
import { lists } from './lists';
import { partnerships } from './partnerships';
import type { Route, RoutesTo } from './route';
import { technologies } from './technologies';
import { vendors } from './vendors';

/** One file for each resource, as in the client. One that is left out does not compile. */
const ANSWERS: { readonly [R in keyof Resources]: RoutesTo<R> } = {
  companies,
  jobs,
  technologies,
  vendors,
  partnerships,
  enrichment,
  lists,
};

/** Every operation of the client, with the sandbox's answer. */
export const ROUTES: readonly Route[] = (Object.keys(RESOURCES) as (keyof Resources)[]).flatMap((resource) =>
  routesOf(RESOURCES[resource], ANSWERS[resource]),
);

type RouteAnswer = Pick<Route, 'credits' | 'needsUserKey' | 'answer'>;

/** @param answers one for each operation */
function routesOf(
  operations: Readonly<Record<string, Operation>>,
  answers: Readonly<Record<string, RouteAnswer>>,
): readonly Route[] {
  return Object.entries(operations).map(([verb, { name, method, path, standing }]) => ({
    ...{ name, method, path, standing },
    ...answers[verb]!,
  }));
}
