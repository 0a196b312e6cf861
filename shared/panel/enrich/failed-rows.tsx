import { say } from '../../errors/say';
import { CellList } from '../common/cell-list';
import { count } from '../common/words';
import { summaryOf, type Ended } from './run-stage';

interface Props {
  readonly ended: Ended;
}

/** Rows without an answer, and rows that were not written, by the reason. */
export function FailedRows({ ended: { enrichment, end } }: Props) {
  const { columns } = enrichment;
  const { failed, filled, unsure } = summaryOf(enrichment);
  if (columns === null) return null;
  const groups: readonly (readonly [title: string, rows: readonly number[]])[] = [
    ...[...failed, ...(end?.refused ?? [])].map(
      ({ why, rows }) => [`${count(rows.length, 'row', 'rows')}: ${say(why, 'run')}`, rows] as const,
    ),
    [`Filled by someone else: ${count(filled.length, 'row', 'rows')}`, filled],
    [
      `Left alone, because rows of the same company held different values: ${count(unsure.length, 'row', 'rows')}`,
      unsure,
    ],
  ];
  return (
    <>
      {groups.map(([title, rows]) => (
        <CellList
          key={title}
          sheet={columns.sheet}
          title={title}
          cells={rows.map((row) => ({ row, column: columns.input, text: '' }))}
        />
      ))}
    </>
  );
}
