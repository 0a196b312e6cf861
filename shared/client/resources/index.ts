import { companies } from './companies';
import { enrichment } from './enrichment';
import { jobs } from './jobs';
import { lists } from './lists';
import { partnerships } from './partnerships';
import { technologies } from './technologies';
import { vendors } from './vendors';

/** The operations of every resource, in the order in which pages show them. */
export const RESOURCES = { companies, technologies, vendors, partnerships, enrichment, lists, jobs };
