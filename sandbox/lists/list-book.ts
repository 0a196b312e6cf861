import type { SavedList } from './saved-list';
import { SEED_LISTS } from './seed-lists';

/** The saved lists of the organization, oldest first. */
export class ListBook {
  private readonly lists = new Map(SEED_LISTS.map((list) => [list.listId, list]));
  /** Counted separately, so that the id of a deleted list is never reused. */
  private made = SEED_LISTS.length;

  get nextId(): string {
    return `lst_${this.made + 1}`;
  }

  read(): readonly SavedList[] {
    return [...this.lists.values()];
  }

  find(listId: string): SavedList | null {
    return this.lists.get(listId) ?? null;
  }

  add(list: SavedList): void {
    this.made += 1;
    this.lists.set(list.listId, list);
  }

  replace(list: SavedList): void {
    this.lists.set(list.listId, list);
  }

  delete(listId: string): void {
    this.lists.delete(listId);
  }
}
