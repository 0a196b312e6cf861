import { WarmCard } from './warm/warm-card';

/** What of Explore asks for warm paths. A host may load it once they are opened. */
export interface WarmParts {
  readonly WarmCard: typeof WarmCard;
}

export const WARM_PARTS: WarmParts = { WarmCard };
