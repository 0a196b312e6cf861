import { element } from './element';
import type { Progress } from '../functions/invocations';

/** Faster answers need no bar. */
const SHOWN_AFTER_MS = 400;
const EVERY_MS = 100;

/** A bar below the grid while cells are being fetched. Returns what is to be called when the progress is another. */
export function showProgress(read: () => Progress | undefined): () => void {
  const [line, bar] = [element('fetching', HTMLDivElement), element('fetching-bar', HTMLProgressElement)];
  const text = element('fetching-text', HTMLSpanElement);
  let begunMs: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    timer = undefined;
    const { done, all } = read() ?? { done: 0, all: 0 };
    begunMs = all === 0 ? null : (begunMs ?? performance.now());
    line.hidden = begunMs === null || performance.now() - begunMs < SHOWN_AFTER_MS;
    bar.max = Math.max(all, 1);
    bar.value = done;
    text.textContent = `Fetching ${count(done)} of ${count(all)}`;
    if (line.hidden && begunMs !== null) later();
  };
  const later = (): void => {
    timer ??= setTimeout(show, EVERY_MS);
  };
  return later;
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
