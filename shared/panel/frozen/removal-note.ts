/** What goes with everything that Trace keeps for a file, where the file may hold frozen formulas. */
export const REMOVAL_NOTE =
  'The sheet Trace formulas is deleted. A list of an earlier version, which Trace does not read, is deleted too.';
