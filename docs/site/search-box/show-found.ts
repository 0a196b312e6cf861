import type { SearchEntry } from '../search/entry';

interface Found {
  readonly typed: string;
  /** `null`: the search could not be loaded. */
  readonly entries: readonly SearchEntry[] | null;
}

/** Shows what was found, as text that cannot become markup. */
export function showFound(target: HTMLElement, folder: string, { typed, entries }: Found): void {
  const [status, list] = [target.querySelector('[role=status]'), target.querySelector('ul')];
  if (status === null || list === null) return;
  status.textContent = toStatus(typed, entries);
  list.replaceChildren(...(entries ?? []).map((entry) => toItem(folder, entry)));
}

function toStatus(typed: string, entries: readonly SearchEntry[] | null): string {
  if (typed === '') return '';
  if (entries === null) return 'The search did not load. Reload the page.';
  if (entries.length === 0) return `Nothing found for “${typed}”. Try the words that the cell shows.`;
  return entries.length === 1 ? '1 result' : `${entries.length} results`;
}

function toItem(folder: string, { page, title, kind, about }: SearchEntry): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = folder + page;
  link.append(part('b', title), part('i', kind), part('span', about));
  item.append(link);
  return item;
}

function part(name: 'b' | 'i' | 'span', text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = `${text} `;
  return element;
}
