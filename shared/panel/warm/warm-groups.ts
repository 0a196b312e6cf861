import type { PathFound, WarmPath } from './warm-paths';

/** Pairs with the same kind of answer. */
export interface WarmGroup {
  readonly title: string;
  readonly isWarm: boolean;
  readonly paths: readonly WarmPath[];
}

const GROUPS: readonly (readonly [title: string, kinds: readonly PathFound['is'][]])[] = [
  ['Yes', ['yes']],
  ['None recorded', ['none']],
  ['Not tracked or not known', ['notTracked', 'notKnown']],
];

/** The answered pairs, the warm ones first. */
export function toGroups(paths: readonly WarmPath[]): readonly WarmGroup[] {
  return GROUPS.map(([title, kinds]) => ({
    title,
    isWarm: kinds.includes('yes'),
    paths: paths.filter(({ found }) => kinds.includes(found.is)),
  })).filter((group) => group.paths.length > 0);
}
