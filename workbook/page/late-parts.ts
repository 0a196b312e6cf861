import type * as lateParts from '../after-first-answer';
import { showNotice } from './notice';

const INCOMPLETE = 'Part of this page could not be loaded.';

/** Loads the parts of the page that its first answer does not need. Where that fails, a notice says so. */
export async function loadLateParts(): Promise<typeof lateParts> {
  try {
    return await import('../after-first-answer');
  } catch (error) {
    sayIncomplete();
    throw error;
  }
}

/** Otherwise the panel would keep saying that it loads. */
export function sayIncomplete(): void {
  document.querySelector('.panel-waiting')?.replaceChildren('The panel could not be loaded. Load the page again.');
  showNotice(INCOMPLETE, { tone: 'warning', action: { label: 'Reload', run: () => location.reload() } });
}
