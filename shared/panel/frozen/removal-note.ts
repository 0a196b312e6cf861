/** What is lost with everything that Trace keeps for a file, where the file may hold frozen formulas. */
export const REMOVAL_NOTE = 'Frozen formulas can no longer be thawed.';
