import { titleOf } from '../../bulk/choice';
import { CreditsField, CreditsProblem } from '../credits-field';
import { count } from '../count';
import { useCreditsEntry } from '../use-credits-entry';
import { cellName, toCellText, toCreditsText, toMostText } from './bulk-text';
import type { ChooseState, Planned } from './choose-state';
import { Figures } from './figures';

const CAP = 'run-cap';

interface Props {
  readonly journalNote: string;
  readonly state: ChooseState;
  readonly planned: Planned;
  readonly onCap: (cap: number | null) => void;
  readonly onPreview: () => void;
  readonly onStart: () => void;
}

/** What the run costs, how much it may, what it would look like, and the button that begins it. */
export function PriceView({ journalNote, state, planned, onCap, onPreview, onStart }: Props) {
  const { plan, price } = planned;
  const { quote, most } = price;
  const cap = useCreditsEntry(state.cap ?? most, 0, onCap);
  const isBusy = state.errand !== null;
  const isOpen = most === null && state.cap === null;
  return (
    <>
      <h3>Price</h3>
      <Figures
        of={[
          ['Companies to be paid for', quote.toPay],
          ['Paid for within 30 days', quote.paid],
          ['Remembered', quote.fresh],
          ...(quote.unknown > 0 ? [['With an unknown number of partners', quote.unknown] as const] : []),
        ]}
      />
      <p class="waiting">{toMostText(price)}</p>
      <p class="note">
        As far as is known here: what other files and devices have paid for is not. Companies that Trace does not track
        cost nothing.
      </p>
      <div class="choice">
        <label for={CAP}>Limit for this run</label>
        <CreditsField
          id={CAP}
          name="Limit for this run, in credits"
          text={cap.text}
          problem={cap.problem}
          onType={cap.type}
          onEntered={cap.enter}
        />
        <span>credits</span>
      </div>
      <CreditsProblem id={CAP} problem={cap.problem} />
      {isOpen && <p class="hint">Set a limit: how many partners there are is known only once they are paid for.</p>}
      <div class="buttons">
        <button type="button" class="main" disabled={isBusy || plan.rows.length === 0} onClick={onStart}>
          Enrich {count(plan.rows.length, 'row', 'rows')}
        </button>
        <button type="button" disabled={isBusy || plan.rows.length === 0} onClick={onPreview}>
          Preview {count(Math.min(3, plan.rows.length), 'row', 'rows')}
        </button>
      </div>
      <p class="note">{journalNote}</p>
      {state.preview !== null && (
        <>
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
                {state.preview.rows.map(({ row, identifier, cells }) => (
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
            The preview has cost {toCreditsText(state.preview.credits)}. Nothing is written yet, and the run does not
            pay for these again.
          </p>
        </>
      )}
    </>
  );
}
