/** The part of a journal that says how its run stands. */
export const HEAD = 'head';
