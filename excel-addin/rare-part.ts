/** The second script of the functions; `rare-functions.ts` loads it. */
export { RARE_BODIES } from '../shared/rare-formulas';
