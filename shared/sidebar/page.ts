import { FUNCTIONS } from '../catalogue/index';
import { element } from './element';
import { makeKeyForm } from './key-form';
import type { Ask } from './protocol';

/** What a page needs of its host. */
export interface PageHost {
  readonly ask: Ask;
  /** What the host's users have to know about the key. */
  readonly keyNote: string;
}

/** Fills an empty page. */
export function startPage(root: HTMLElement, { ask, keyNote }: PageHost): void {
  root.append(
    element('h1', {}, 'Trace'),
    makeKeyForm(ask),
    element('p', { class: 'note' }, keyNote),
    element('section', {}, element('h2', {}, 'Functions'), element('p', {}, 'Type one in a cell: ', FIRST), makeList()),
  );
}

const FIRST = element('code', {}, '=TRACE_TECH(A2)');

function makeList(): HTMLElement {
  const rows = FUNCTIONS.flatMap(({ id, about }) => [
    element('dt', {}, element('code', {}, id)),
    element('dd', {}, about),
  ]);
  return element('dl', {}, ...rows);
}
