import type { Target, Plan, GivenLooks } from './plan/plan';
import type { RunPorts } from './sheet/ports';
import type { Reading } from './reading';
import type { Head, RecordedTarget } from './record/head';
import type { Choice } from './plan/column-spec';
import { isGeneral } from './number-format';
import type { Looks, LooksChange } from './sheet/looks';
import { widthFor } from './plan/column-width';

/** Notes the current style of new columns' titles and their widths, and what will be set. Never throws. */
export async function noteLooks(
  ports: RunPorts,
  plan: Plan,
  targets: readonly RecordedTarget[],
): Promise<readonly RecordedTarget[]> {
  const noted = await noteColumns(
    ports,
    plan,
    toTargets(
      targets,
      plan.targets.map(({ column }) => column),
    ),
  );
  return targets.map((target, at) => {
    const looks = noted[at]?.looks;
    return looks === undefined ? target : { ...target, looks };
  });
}

/** Gives new columns the style that was noted, if their titles are in place. Never throws. */
export async function dress(ports: RunPorts, head: Head, { columns, titleRow }: Reading): Promise<void> {
  await dressColumns(
    ports,
    { sheet: { id: columns.sheet }, headerRow: titleRow },
    toTargets(head.targets, columns.targets),
  );
}

/** Reverts the style of new columns, unless it has been changed since. Never throws. */
export async function undress(ports: RunPorts, head: Head, { columns, titleRow }: Reading): Promise<void> {
  await undressColumns(
    ports,
    { sheet: { id: columns.sheet }, headerRow: titleRow },
    toTargets(head.targets, columns.targets),
  );
}

function toTargets(targets: readonly RecordedTarget[], columns: readonly number[]): readonly Target[] {
  return targets.flatMap(({ title, isNew, titleBefore, titleFormat, looks }, at) => {
    const column = columns[at]!;
    // A column that already existed keeps its style.
    const isOwn = isNew && title !== titleBefore;
    const given = looks === undefined ? {} : { looks };
    return column < 0 ? [] : [{ column, title, isNew, ...(isOwn ? { titleFormat, ...given } : {}) }];
  });
}

/** Hosts round widths to pixels. */
const SAME_WIDTH = 1;

type Place = { readonly sheet: { readonly id: string }; readonly headerRow: number | null };

/**
 * Notes the current style of the enrichment's new columns and their future one: titles like the input's, and wide
 * enough for the answers. It is saved before anything changes, so that undo can restore it. A title cell that someone
 * has formatted keeps its style. Never throws: a column that cannot be formatted stays plain.
 */
async function noteColumns(
  { looks }: Pick<RunPorts, 'looks'>,
  {
    sheet,
    headerRow,
    input,
    choices,
  }: Place & { readonly input: { readonly column: number }; readonly choices: readonly Choice[] },
  targets: readonly Target[],
): Promise<readonly Target[]> {
  const isOpen = ({ titleFormat, looks: noted }: Target): boolean =>
    titleFormat !== undefined && isGeneral(titleFormat) && noted === undefined;
  const open = targets.filter(isOpen);
  if (looks === undefined || headerRow === null || open.length === 0) return targets;
  try {
    const [like, ...own] = await looks.read(sheet.id, headerRow, [input.column, ...open.map(({ column }) => column)]);
    return targets.map((target, at) => {
      const was = own[open.indexOf(target)];
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

/** Gives columns the style that was noted, if their titles are in place. Never throws. */
async function dressColumns(
  { looks }: Pick<RunPorts, 'looks'>,
  { sheet, headerRow }: Place,
  targets: readonly Target[],
): Promise<void> {
  const changes = targets.flatMap(({ column, title, titleFormat, looks: given }): LooksChange[] =>
    // Any other title was typed by a user.
    titleFormat === undefined || given === undefined || !isAnything(given.set) ? [] : [{ column, title, ...given.set }],
  );
  if (looks === undefined || headerRow === null || changes.length === 0) return;
  await looks.change(sheet.id, headerRow, changes).catch(() => undefined);
}

/** Restores the style of columns, unless it has been changed since. Never throws. */
async function undressColumns(
  { looks }: Pick<RunPorts, 'looks'>,
  { sheet, headerRow }: Place,
  targets: readonly Target[],
): Promise<void> {
  const dressed = targets.filter(({ looks: given }) => given !== undefined && isAnything(given.set));
  if (looks === undefined || headerRow === null || dressed.length === 0) return;
  try {
    const now = await looks.read(
      sheet.id,
      headerRow,
      dressed.map(({ column }) => column),
    );
    const changes = dressed.map(({ column, title, looks: given }, at): LooksChange => {
      return { column, title, ...toBack(now[at]!, given!) };
    });
    const some = changes.filter(isAnything);
    if (some.length > 0) await looks.change(sheet.id, headerRow, some);
  } catch {
    // The values are restored anyway.
  }
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
