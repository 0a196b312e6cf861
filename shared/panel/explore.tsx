import { ExploreSection } from './explore/explore-section';

/** What of the panel looks at single companies and the catalogue. A host may load it once its tab is opened. */
export interface ExploreParts {
  readonly ExploreSection: typeof ExploreSection;
}

export const EXPLORE_PARTS: ExploreParts = { ExploreSection };
