/** The second script of the functions; `rare-functions.ts` loads it. */
export { RARE_BODIES, RARE_SENTENCES } from '../shared/rare-formulas';
