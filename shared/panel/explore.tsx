import { ExploreSection } from './explore/explore-section';
import { findDomain } from './cell/find-domain';
import { readDetails } from './cell/read-details';
import { FormulaTab } from './formula/formula-tab';

/** The parts that show companies and the catalog, and build formulas. A host may load them with their tabs. */
export interface ExploreParts {
  readonly ExploreSection: typeof ExploreSection;
  readonly FormulaTab: typeof FormulaTab;
  readonly readDetails: typeof readDetails;
  readonly findDomain: typeof findDomain;
}

export const EXPLORE_PARTS: ExploreParts = { ExploreSection, FormulaTab, readDetails, findDomain };
