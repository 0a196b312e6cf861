import { ExploreSection } from './explore/explore-section';
import { findDomain, readDetails } from './cell/read-details';
import { FormulaTab } from './formula/formula-tab';

/** The parts that show companies and the catalog, and build formulas. A host may load them with their tabs. */
export const EXPLORE_PARTS = { ExploreSection, FormulaTab, readDetails, findDomain } as const;

export type ExploreParts = typeof EXPLORE_PARTS;
