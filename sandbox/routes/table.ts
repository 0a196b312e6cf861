import { companies } from './companies';
import { enrichment } from './enrichment';
import { jobs } from './jobs';
import { lists } from './lists';
import { partnerships } from './partnerships';
import type { Route } from './route';
import { technologies } from './technologies';
import { vendors } from './vendors';

/** Every operation that the sandbox answers, one file per resource as in the client. */
export const ROUTES: readonly Route[] = [
  ...companies,
  ...jobs,
  ...technologies,
  ...vendors,
  ...partnerships,
  ...enrichment,
  ...lists,
];
