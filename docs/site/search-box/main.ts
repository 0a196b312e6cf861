import { type Find, makeFind } from '../search/find';
import { loadEntries } from './load-entries';
import { showFound } from './show-found';

/** The search box of a help page. Pages show it only if this script runs. */

const MOST_SHOWN = 8;

/** The root of the site, from any page. */
const [, folder = ''] = /^(.*\/)[^/]*$/.exec((document.currentScript as HTMLScriptElement | null)?.src ?? '') ?? [];

let find: Promise<Find> | undefined;

function start(box: HTMLElement, input: HTMLInputElement, found: HTMLElement): void {
  box.hidden = false;
  input.addEventListener('focus', () => void load().catch(() => undefined));
  input.addEventListener('input', () => void search(input, found));
  box.addEventListener('keydown', (event) => onKey(event, input, found));
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && box.contains(relatedTarget))) found.hidden = true;
  });
  // In Safari, a click on a result takes the focus from the box, which would hide the result before it is followed.
  found.addEventListener('mousedown', (event) => event.preventDefault());
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    input.focus();
  });
}

function load(): Promise<Find> {
  find ??= loadEntries(folder).then(makeFind, (thrown) => {
    find = undefined;
    throw thrown;
  });
  return find;
}

async function search(input: HTMLInputElement, found: HTMLElement): Promise<void> {
  const typed = input.value.trim();
  const entries = await load().then(
    (loaded) => loaded(typed),
    () => null,
  );
  if (typed !== input.value.trim()) return;
  found.hidden = typed === '';
  showFound(found, folder, { typed, entries: entries?.slice(0, MOST_SHOWN) ?? null });
}

function onKey(event: KeyboardEvent, input: HTMLInputElement, found: HTMLElement): void {
  const links = found.hidden ? [] : [...found.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  switch (event.key) {
    case 'ArrowDown':
      if (links.length === 0) return;
      (links[at + 1] ?? links[links.length - 1])?.focus();
      break;
    case 'ArrowUp':
      if (at < 0) return;
      (at === 0 ? input : links[at - 1])?.focus();
      break;
    case 'Enter':
      if (at >= 0 || event.isComposing) return;
      links[0]?.click();
      break;
    case 'Escape':
      found.hidden = true;
      input.focus();
      break;
    default:
      return;
  }
  event.preventDefault();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

const box = document.getElementById('search');
const input = box?.querySelector('input');
const found = document.getElementById('found');
if (box && input && found) start(box, input, found);
