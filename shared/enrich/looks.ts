import type { Plan } from './plan/plan';
import type { RunPorts } from './sheet/ports';
import type { Columns } from './columns';
import type { Reading } from './reading';
import type { GivenLooks, Head, RecordedTarget } from './record/head';
import { isGeneral } from './number-format';
import type { Looks, LooksChange } from './sheet/looks';
import { widthFor } from './plan/column-width';

/** Hosts round widths to pixels. */
const SAME_WIDTH = 1;

/**
 * Notes the current style of the enrichment's new columns and their future one: titles like the input's, and wide
 * enough for the answers. It is saved before anything changes, so that undo can restore it. A title cell that someone
 * has formatted keeps its style, and so does a column that already existed. Never throws: a column that cannot be
 * formatted stays plain.
 */
export async function noteLooks(
  { looks }: Pick<RunPorts, 'looks'>,
  { sheet, headerRow, input, choices, targets: planned }: Plan,
  targets: readonly RecordedTarget[],
): Promise<readonly RecordedTarget[]> {
  const open = targets.flatMap(({ isNew, title, titleBefore, titleFormat }, at) =>
    isNew && title !== titleBefore && isGeneral(titleFormat) ? [at] : [],
  );
  if (headerRow === null || open.length === 0) return targets;
  try {
    const columns = [input.column, ...open.map((at) => planned[at]!.column)];
    const [like, ...own] = await looks.read(sheet.id, headerRow, columns);
    return targets.map((target, at) => {
      const was = own[open.indexOf(at)];
      if (was === undefined) return target;
      const wanted = Math.round(looks.widthOf(widthFor(choices[at]!)));
      return { ...target, looks: { was, set: toSet(was, like!, looks.plain, wanted) } };
    });
  } catch {
    return targets;
  }
}

/** `''` and 0: unchanged. */
function toSet(was: Looks, like: Looks, plain: readonly string[], width: number): Looks {
  const isPlain = was.style.every((word, at) => word === plain[at]);
  return {
    style: was.style.map((word, at) => (isPlain && like.style[at] !== word ? like.style[at]! : '')),
    width: was.width < width ? width : 0,
  };
}

/** Gives new columns the style that was noted, if their titles are in place. Never throws. */
export async function dress({ looks }: RunPorts, head: Head, { columns, titleRow }: Reading): Promise<void> {
  // Any other title was typed by a user.
  const changes = dressed(head, columns).map(({ column, title, given }) => ({ column, title, ...given.set }));
  if (titleRow === null || changes.length === 0) return;
  await looks.change(columns.sheet, titleRow, changes).catch(() => undefined);
}

/** Reverts the style of new columns, unless it has been changed since. Never throws. */
export async function undress({ looks }: RunPorts, head: Head, { columns, titleRow }: Reading): Promise<void> {
  const own = dressed(head, columns);
  if (titleRow === null || own.length === 0) return;
  try {
    const places = own.map(({ column }) => column);
    const now = await looks.read(columns.sheet, titleRow, places);
    const changes = own.map(({ column, title, given }, at): LooksChange => {
      return { column, title, ...toBack(now[at]!, given) };
    });
    const some = changes.filter(isAnything);
    if (some.length > 0) await looks.change(columns.sheet, titleRow, some);
  } catch {
    // The values are restored anyway.
  }
}

interface Dressed {
  readonly column: number;
  readonly title: string;
  readonly given: GivenLooks;
}

function dressed(head: Head, { targets }: Columns): readonly Dressed[] {
  return head.targets.flatMap(({ title, looks: given }, at): readonly Dressed[] => {
    const column = targets[at]!;
    return column < 0 || given === undefined || !isAnything(given.set) ? [] : [{ column, title, given }];
  });
}

function toBack(now: Looks, { was, set }: GivenLooks): Looks {
  const isOurs = Math.abs(now.width - set.width) <= SAME_WIDTH;
  return {
    style: set.style.map((word, at) => (word !== '' && now.style[at] === word ? was.style[at]! : '')),
    width: set.width > 0 && isOurs ? was.width : 0,
  };
}

function isAnything({ style, width }: Looks): boolean {
  return width > 0 || style.some((word) => word !== '');
}
