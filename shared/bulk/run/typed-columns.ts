import type { Head } from '../journal/head';
import type { Target } from '../plan/plan';
import type { TypedColumn } from '../sheet/run-events';

/** The columns with a type that took values in another form, as the journal names them. */
export function typedColumnsOf({ targets }: Pick<Head, 'targets'>): readonly TypedColumn[] {
  return targets.flatMap(({ column, typed = [] }) => typed.map((as) => ({ column, isText: as === 'text' })));
}

/** Names such a column in the head, so that a panel opened later names it too. */
export function withTypedColumn(head: Head, { column, isText }: TypedColumn): Head {
  const as = isText ? 'text' : 'format';
  const targets = head.targets.map((target): Target => {
    const { typed = [] } = target;
    return target.column !== column || typed.includes(as) ? target : { ...target, typed: [...typed, as] };
  });
  return { ...head, targets };
}
