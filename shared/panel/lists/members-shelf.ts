import type { MembersFilter, MembersRead } from './fetch-members';

/** Members that were read while the panel is open, so that nobody pays to see them again. */
export interface MembersShelf {
  readonly take: (listId: string, filter: MembersFilter) => MembersRead | null;
  readonly put: (listId: string, filter: MembersFilter, read: MembersRead) => void;
  /** The list has changed since: what was read stays visible, and is marked. */
  readonly markChanged: (listId: string) => void;
  readonly isChanged: (listId: string, filter: MembersFilter) => boolean;
}

export function makeMembersShelf(): MembersShelf {
  const kept = new Map<string, { readonly read: MembersRead; isChanged: boolean }>();
  const keyOf = (listId: string, { tier, search }: MembersFilter): string => JSON.stringify([listId, tier, search]);
  return {
    take: (listId, filter) => kept.get(keyOf(listId, filter))?.read ?? null,
    put: (listId, filter, read) => void kept.set(keyOf(listId, filter), { read, isChanged: false }),
    markChanged(listId) {
      for (const [key, entry] of kept) if ((JSON.parse(key) as [string])[0] === listId) entry.isChanged = true;
    },
    isChanged: (listId, filter) => kept.get(keyOf(listId, filter))?.isChanged === true,
  };
}
