import { companies } from './companies';
import { enrichment } from './enrichment';
import { partnerships } from './partnerships';
import type { Route } from './route';

/** Every operation of the API that the sandbox answers, one file per resource as in the client. */
export const ROUTES: readonly Route[] = [...companies, ...partnerships, ...enrichment];
