/** The door to the functions that few formulas call, for a host that loads them when the first formula does. */
export { RARE_BODIES } from './functions/rare-bodies';
export { RARE_SENTENCES } from './errors/sentences/rare';
