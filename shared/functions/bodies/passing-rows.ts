import { PREVIEW, type AnsweredRow } from '../../cells/table';
import { TraceError } from '../../errors/trace-error';
import { traitsOf } from '../../errors/traits';

/** Removes the source of rows that may change within a minute, so that they are not kept. */
export function withoutPassing(rows: readonly AnsweredRow[]): readonly AnsweredRow[] {
  return rows.map(({ given, answer, source }) =>
    source === undefined || isPassing(answer) ? { given, answer } : { given, answer, source },
  );
}

function isPassing(answer: AnsweredRow['answer']): boolean {
  if (answer.is !== 'values') return false;
  return answer.fields.some(
    (field) =>
      field.is === 'one' &&
      (field.cell === PREVIEW || (field.cell instanceof TraceError && traitsOf(field.cell).lasts !== true)),
  );
}
