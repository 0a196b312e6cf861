import type { EnrichParts } from './enrich';
import type { ExploreParts } from './explore';
import type { ListsParts } from './lists';

/** The parts of the panel that load when they are first opened, from scripts of their own where the host can load one. */
export interface LoadParts {
  readonly enrich: () => Promise<EnrichParts>;
  readonly explore: () => Promise<ExploreParts>;
  readonly lists: () => Promise<ListsParts>;
}
