import { ExploreSection } from './explore/explore-section';
import { findDomain } from './cell/find-domain';
import { readDetails } from './cell/read-details';
import { FormulaTab } from './formula/formula-tab';

/** What of the panel looks at single companies and the catalogue, and builds formulas. A host may load it once one of its tabs is opened. */
export interface ExploreParts {
  readonly ExploreSection: typeof ExploreSection;
  readonly FormulaTab: typeof FormulaTab;
  readonly readDetails: typeof readDetails;
  readonly findDomain: typeof findDomain;
}

export const EXPLORE_PARTS: ExploreParts = { ExploreSection, FormulaTab, readDetails, findDomain };
