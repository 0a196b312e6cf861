/** Said before Trace is removed, where the file may hold frozen formulas. */
export const REMOVAL_NOTE = 'The sheet Trace formulas is deleted: copy the formulas that you need first.';
