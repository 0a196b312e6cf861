import { toMostText, toCellText, toCreditsText } from './run-text';
import type { ChooseState, PlannedRun } from './choose-state';
import { CreditsLimit, useCreditsEntry, type CreditsTyping } from '../common/credits-field';
import { toEstimateText, toLimitHint, toPreviewLabel, heldLimit } from './run-limit';
import { Figures } from '../common/figures';
import { PressButton } from '../common/press-button';
import { toOtherWords } from './target-text';
import { useSheet } from '../common/sheet';
import { say } from '../../errors/say';
import { titleOf } from '../../enrich/plan/column-spec';
import type { Plan } from '../../enrich/plan/plan';
import type { Preview, PreviewRow } from '../../enrich/plan/preview';
import { cellName } from '../common/words';

interface PriceCardProps {
  readonly state: ChooseState;
  readonly planned: PlannedRun;
  readonly cap: RunCap;
  readonly isOff: boolean;
  readonly onPreview: () => void;
}

/** What the price is made of, its limit, and a preview. */
export function PriceCard({ state, planned, cap, isOff, onPreview }: PriceCardProps) {
  const { recordNote } = useSheet().host;
  const { plan, price } = planned;
  const { quote, most } = price;
  const { typing } = cap;
  const hint = toLimitHint(price, typing.text, typeof state.cap === 'number');
  const otherWords = toOtherWords(plan);
  return (
    <div class="card">
      <h3>Price</h3>
      <Figures
        of={[
          ['Companies to pay for', quote.toPay],
          ['Paid for within 30 days', quote.paid],
          ['Saved answers', quote.fresh],
          ...(quote.unknown > 0 ? [['Partner count unknown', quote.unknown] as const] : []),
        ]}
      />
      {otherWords.length > 0 && <p class="hint">Fills columns that you have: {otherWords.join(', ')}.</p>}
      {(most === 0 || (most === null && price.partnersEstimate === null)) && <p class="hint">{toMostText(price)}.</p>}
      {price.partnersEstimate !== null && <p>{toEstimateText(price, plan.rows.length)}.</p>}
      <CreditsLimit
        id={CAP}
        label="Limit"
        text={typing.text}
        problem={typing.problem}
        onType={typing.type}
        onEntered={typing.enter}
      />
      {/* Stays once a limit is set: the buttons below must not move away from under the mouse. */}
      {hint !== '' && <p class="hint">{hint}.</p>}
      <div class="buttons">
        <PressButton isOff={isOff} onPress={cap.within(onPreview)}>
          {toPreviewLabel(state)}
        </PressButton>
      </div>
      {state.preview !== null && <PreviewView plan={plan} preview={state.preview} />}
      <p class="note">Estimate. Companies paid for elsewhere cost nothing.</p>
      <p class="note">{recordNote}</p>
    </div>
  );
}

interface PreviewViewProps {
  readonly plan: Plan;
  readonly preview: Preview;
}

/** The first rows as they would be written, a card each, and why some could not be answered. */
function PreviewView({ plan, preview }: PreviewViewProps) {
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

const CAP = 'run-cap';

interface RunCap {
  readonly typing: CreditsTyping;
  /** Nothing is spent under a limit that was not understood. */
  readonly within: (spend: () => void) => () => void;
}

/** The limit of an enrichment while it is typed: at first the most it can cost, or a suggestion. */
export function useRunCap(state: ChooseState, onCap: (cap: number | null) => void): RunCap {
  const most = state.planned?.price.most ?? null;
  const held = heldLimit(state);
  const enter = (credits: number | null): void => {
    if (credits !== held) onCap(credits);
  };
  const nothing = { words: most === null ? 'a preview only' : 'the most it can cost', credits: most };
  const typing = useCreditsEntry(held, 0, enter, nothing);
  const within = (spend: () => void) => (): void => {
    if (typing.commit()) spend();
    else document.getElementById(CAP)?.focus();
  };
  return { typing, within };
}
