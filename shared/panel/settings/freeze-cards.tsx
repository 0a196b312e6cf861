import { useRef, useState } from 'preact/hooks';
import type { RestoreTerms } from '../../functions/prices/restore-terms';
import type { Freezing } from '../bulk-host';
import { Outcome, useErrand } from '../common/outcome';
import { PressButton } from '../common/press-button';
import { toReconnectLabel, toReconnectText, toRestoreLabel, toRestoreText } from './restore-text';

interface Props {
  readonly freezing: Freezing;
}

/** Turns formulas into their values and back. */
export function FreezeCard({ freezing }: Props) {
  return (
    <EnterCard
      id="freeze-title"
      title="Freeze formulas"
      hint="Formulas become the values they show, and are listed on the sheet Trace formulas. Problems stay formulas. Free."
      label="Restore formulas"
      reading="Restoring…"
      entering="Restoring…"
      enter={(agreed) => freezing.restore(agreed)}
      toText={toRestoreText}
      toLabel={toRestoreLabel}
      others={[
        ['Freeze selection', () => freezing.freeze('selection')],
        ['Freeze sheet', () => freezing.freeze('sheet')],
        ['Freeze all sheets', () => freezing.freeze('file')],
      ]}
    />
  );
}

/** Enters the Trace formulas of a file that came from another program. */
export function ReconnectCard({ freezing }: Props) {
  return (
    <EnterCard
      id="reconnect-title"
      title="Reconnect formulas"
      hint={`${freezing.reconnectNote} Shows the price first.`}
      label="Reconnect formulas"
      reading="Reading the formulas of this file…"
      entering="Reconnecting…"
      enter={(agreed) => freezing.reconnect(agreed)}
      toText={toReconnectText}
      toLabel={toReconnectLabel}
    />
  );
}

interface EnterCardProps {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  /** On the button that enters formulas. */
  readonly label: string;
  /** Said until it is known what has to be approved. */
  readonly reading: string;
  /** Said once it is approved. */
  readonly entering: string;
  /** Enters formulas, or returns what the user has to approve first. */
  readonly enter: (agreed?: RestoreTerms) => Promise<string | RestoreTerms>;
  readonly toText: (terms: RestoreTerms, isAgain: boolean) => string;
  readonly toLabel: (terms: RestoreTerms) => string;
  /** Buttons that freeze formulas first; absent: none. */
  readonly others?: readonly (readonly [label: string, act: () => Promise<string>])[];
}

/** Enters formulas. They may cost something, and then the user is asked first. */
function EnterCard(props: EnterCardProps) {
  const { id, title, hint, label, reading, entering, enter, toText, toLabel, others = [] } = props;
  const errand = useErrand();
  /** What has not been approved; `null`: nothing. */
  const [asked, setAsked] = useState<RestoreTerms | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const act = (doing: string, doIt: () => Promise<string>): void => {
    setAsked(null);
    void errand.attempt(doing, doIt);
  };
  const enterAgreed = async (agreed?: RestoreTerms): Promise<string> => {
    const done = await enter(agreed);
    if (typeof done === 'string') return done;
    setAsked(done);
    return toText(done, agreed !== undefined);
  };
  /** The buttons of the question disappear, so the focus goes to the heading. */
  const answer = (isYes: boolean): void => {
    heading.current?.focus();
    if (isYes && asked !== null) return act(entering, () => enterAgreed(asked));
    setAsked(null);
    errand.end('');
  };
  return (
    <section class="freeze" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p class="hint">{hint}</p>
      <div class="buttons">
        {others.map(([name, freeze]) => (
          <PressButton key={name} isOff={errand.isBusy} onPress={() => act('Freezing…', freeze)}>
            {name}
          </PressButton>
        ))}
        <PressButton isOff={errand.isBusy} onPress={() => act(reading, () => enterAgreed())}>
          {label}
        </PressButton>
      </div>
      <Outcome {...errand} />
      {asked !== null && (
        <div class="buttons">
          <PressButton isMain onPress={() => answer(true)}>
            {toLabel(asked)}
          </PressButton>
          <PressButton onPress={() => answer(false)}>Keep values</PressButton>
        </div>
      )}
    </section>
  );
}
