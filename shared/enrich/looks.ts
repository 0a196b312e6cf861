import { dressColumns, noteLooks as noteGivenLooks, undressColumns } from './sheet/column-looks';
import type { Target } from './plan/plan';
import type { RunPorts } from './sheet/ports';
import type { Reading } from './reading';
import type { Head, RecordedTarget } from './record/head';
import type { Plan } from './plan/plan';

/** How the title cells and widths of new columns are, and what is going to be set of it. Never throws. */
export async function noteLooks(
  ports: RunPorts,
  plan: Plan,
  targets: readonly RecordedTarget[],
): Promise<readonly RecordedTarget[]> {
  const noted = await noteGivenLooks(
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

/** Gives new columns the looks that were noted, where their titles stand. Never throws. */
export async function dress(ports: RunPorts, head: Head, { columns, titleRow }: Reading): Promise<void> {
  await dressColumns(
    ports,
    { sheet: { id: columns.sheet }, headerRow: titleRow },
    toTargets(head.targets, columns.targets),
  );
}

/** Takes back the looks that were given, where nobody has changed them since. Never throws. */
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
    // A column that was there keeps its looks.
    const isOwn = isNew && title !== titleBefore;
    const given = looks === undefined ? {} : { looks };
    return column < 0 ? [] : [{ column, title, isNew, ...(isOwn ? { titleFormat, ...given } : {}) }];
  });
}
