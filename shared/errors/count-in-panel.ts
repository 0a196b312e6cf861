/**
 * Counts in the panel or a menu. A build in another language replaces this file by one with its own numbers and
 * plural forms (`languages/plural-count.ts`); cells always count in English.
 */
export { count, plural } from './sentences/count';
