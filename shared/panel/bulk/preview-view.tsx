import { say } from '../../errors/say';
import { titleOf } from '../../enrich/plan/column-spec';
import type { Plan } from '../../enrich/plan/plan';
import type { Preview, PreviewRow } from '../../enrich/plan/preview';
import { cellName, toCellText, toCreditsText } from './bulk-text';
import { useSheet } from '../common/sheet';

interface Props {
  readonly plan: Plan;
  readonly preview: Preview;
}

/** The first rows as they would be written, a card each, and why some could not be answered. */
export function PreviewView({ plan, preview }: Props) {
  const engine = useSheet();
  const problems = new Set(preview.rows.flatMap(({ problem }) => (problem === null ? [] : [say(problem, 'run')])));
  return (
    <>
      {[...problems].map((problem) => (
        <p key={problem} class="problem">
          {problem}
        </p>
      ))}
      <ul class="previews" aria-label="Preview">
        {preview.rows.map((row) => (
          <PreviewCard
            key={row.row}
            plan={plan}
            row={row}
            onShow={() => void engine.showCells(plan.sheet.id, plan.input.column, [row.row]).catch(() => undefined)}
          />
        ))}
      </ul>
      <p class="note">
        The preview cost {toCreditsText(preview.credits)}. Nothing is written yet, and these rows are not charged again.
      </p>
    </>
  );
}

interface CardProps {
  readonly plan: Plan;
  readonly row: PreviewRow;
  readonly onShow: () => void;
}

function PreviewCard({ plan, row: { row, identifier, cells }, onShow }: CardProps) {
  return (
    <li>
      <p class="waiting">
        {identifier}{' '}
        <button type="button" class="link" onClick={onShow}>
          {cellName(row, plan.input.column)}
        </button>
      </p>
      <dl class="fields">
        {plan.choices.map((choice, index) => (
          <div key={titleOf(choice)}>
            <dt>{titleOf(choice)}</dt>
            <dd>
              <span class="cut">{toCellText(cells[index] ?? null) || '–'}</span>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
