/**
 * What is counted in a panel or a menu. A build in another language has its numbers and forms in this place
 * (`languages/plural-count.ts`); sentences of cells are counted in English.
 */
export { count, plural } from './sentences/count';
