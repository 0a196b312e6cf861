import { findEnrichment, type Enrichment, type EnrichmentEnd, type Resumption } from '../../shared/enrich/enrichment';
import type { Summary } from '../../shared/enrich/summary';
import type { RunPorts } from '../../shared/enrich/sheet/ports';

/** The numbers of a file, with what the user has spent, in credits. */
interface Numbers extends Summary {
  readonly creditsUsed: number;
  /** The part that may not have been charged. */
  readonly creditsUnsure: number;
}

/** How an enrichment ended, with its numbers from the file. */
export interface Ended extends EnrichmentEnd {
  readonly enrichment: Enrichment;
  /** Only if its columns can be found. */
  readonly summary: Numbers;
}

export async function withNumbers(ports: RunPorts, end: EnrichmentEnd): Promise<Ended> {
  const enrichment = await found(ports);
  const { summary, spent } = enrichment;
  const credits = { creditsUsed: spent.used, creditsUnsure: spent.unsure };
  return { ...end, enrichment, summary: summary === null ? null! : { ...summary, ...credits } };
}

/** A resumption, or a new total limit, as a user types it. */
export type Resumed = Resumption & { readonly limit?: number };

export async function toResumption(ports: RunPorts, { limit, ...how }: Resumed): Promise<Resumption> {
  if (limit === undefined) return how;
  return { ...how, rest: Math.max(0, limit - (await found(ports)).spent.used) };
}

async function found(ports: RunPorts): Promise<Enrichment> {
  const { is, ...rest } = await findEnrichment(ports);
  if (is !== 'enrichment') throw new Error('there is no enrichment to count');
  return (rest as { readonly enrichment: Enrichment }).enrichment;
}
