import { DOCUMENTED_ROUTES } from './documented-routes';
import { FAULTS } from './faults';
import { FIELDS_AND_OPTIONS } from './fields-and-options';
import { INPUTS } from './inputs';
import { NAMES } from './names';
import { PARTNERS } from './partners';
import type { HostPromise } from './promise';
import { TABLES } from './tables';

export type { HostPromise } from './promise';

/** What is promised in every host. */
export const PROMISES: readonly HostPromise[] = [
  ...INPUTS,
  ...FIELDS_AND_OPTIONS,
  ...PARTNERS,
  ...TABLES,
  ...NAMES,
  ...FAULTS,
  ...DOCUMENTED_ROUTES,
];
