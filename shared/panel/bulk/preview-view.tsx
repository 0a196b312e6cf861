import { titleOf } from '../../bulk/plan/column-spec';
import type { Plan } from '../../bulk/plan/plan';
import type { Preview } from '../../bulk/run/price';
import { cellName, toCellText, toCreditsText } from './bulk-text';

interface Props {
  readonly plan: Plan;
  readonly preview: Preview;
}

/** The first rows as they would be written, and why some could not be answered. */
export function PreviewView({ plan, preview }: Props) {
  const problems = new Set(preview.rows.flatMap(({ problem }) => (problem === null ? [] : [problem])));
  return (
    <>
      {[...problems].map((problem) => (
        <p key={problem} class="problem">
          {problem}
        </p>
      ))}
      <div class="scrolled preview" tabIndex={0} role="group" aria-label="Preview">
        <table>
          <thead>
            <tr>
              <th scope="col">Row</th>
              {plan.choices.map((choice) => (
                <th key={titleOf(choice)} scope="col">
                  {titleOf(choice)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map(({ row, identifier, cells }) => (
              <tr key={row}>
                <th scope="row">
                  {cellName(row, plan.input.column)} {identifier}
                </th>
                {cells.map((cell, index) => (
                  <td key={index}>
                    <span class="cut">{toCellText(cell)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">
        The preview cost {toCreditsText(preview.credits)}. Nothing is written yet, and these rows are not charged again.
      </p>
    </>
  );
}
