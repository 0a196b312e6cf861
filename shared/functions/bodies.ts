import type { FunctionId } from '../catalogue/index';
import type { FunctionBody } from './body';
import { COMMON_BODIES } from './common-bodies';
import { RARE_BODIES } from './rare-bodies';

/** The body of every function. A missing one does not compile. */
export const BODIES: Readonly<Record<FunctionId, FunctionBody>> = { ...COMMON_BODIES, ...RARE_BODIES };
