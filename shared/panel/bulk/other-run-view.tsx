import { Fragment } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { UndoList } from '../../bulk/undo/undo-list';
import type { BulkEngine } from './bulk-engine';
import type { Left } from './left-run';
import { NewPriceView } from './new-price-view';
import { toOtherFacts, toOtherReason, toOtherTitle } from './other-run-text';
import { Outcome } from '../outcome';
import { PressButton } from './press-button';
import { UndoListView } from './undo-list-view';
import { UndoneView } from './undone-view';
import { useOtherRun, type Priced } from './use-other-run';

interface Props {
  readonly engine: BulkEngine;
  readonly left: Left;
  readonly isBusy: boolean;
  /** @param onStale called where the cells are no longer those that were listed */
  readonly onUndo: (list: UndoList, onStale: (sentence: string) => void) => void;
  readonly onStart: (priced: Priced, cap: number | null) => void;
  readonly onDiscard: () => void;
  readonly onLeave: () => void;
}

/** A run that is not the opener's own: who and what, and nothing written or spent before it is confirmed. */
export function OtherRunView({ engine, left, isBusy, onUndo, onStart, onDiscard, onLeave }: Props) {
  const { head, whose } = left.run;
  const other = useOtherRun(engine);
  const { step } = other;
  const [isAsking, setAsking] = useState(false);
  const isOff = isBusy || other.errand !== '';
  const title = useRef<HTMLHeadingElement>(null);
  // Once something was done about it, it is asked about anew.
  useEffect(() => other.back(), [left]);
  const before = useRef(step.is);
  // The button that was pressed is gone; a keyboard goes on from here.
  useLayoutEffect(() => {
    if (before.current !== step.is) title.current?.focus();
    before.current = step.is;
  }, [step.is]);
  return (
    <>
      <h3 ref={title} tabIndex={-1}>
        {toOtherTitle(whose)}
      </h3>
      <p>{toOtherReason(whose)}</p>
      <dl class="facts">
        {toOtherFacts(head).map(([name, text]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
      {left.undone !== null && (
        <UndoneView host={engine} sheet={head.sheet.id} column={head.input.column} undone={left.undone} />
      )}
      {step.is === 'told' && (
        <>
          <p class="note">From the file. Nothing is written or spent before you confirm.</p>
          <div class="buttons">
            <PressButton isMain isOff={isOff} onPress={() => other.list()}>
              Show what undo would change
            </PressButton>
            {!head.isFinished && !head.isUndoing && (
              <PressButton isOff={isOff} onPress={other.price}>
                Ask for a new price
              </PressButton>
            )}
            <PressButton isOff={isOff} onPress={() => (head.isFinished ? onLeave() : setAsking(true))}>
              {head.isFinished ? 'New enrichment' : 'Discard'}
            </PressButton>
          </div>
        </>
      )}
      {step.is === 'told' && isAsking && (
        <div class="asked" role="group" aria-label="Discard the enrichment">
          <p>What is written stays in the sheet. The enrichment can no longer be undone or continued by anyone.</p>
          <div class="buttons">
            <PressButton isOff={isOff} onPress={onDiscard}>
              Discard the enrichment
            </PressButton>
            <PressButton onPress={() => setAsking(false)}>Cancel</PressButton>
          </div>
        </div>
      )}
      {step.is === 'listed' && (
        <UndoListView
          list={step.list}
          isBusy={isOff}
          onConfirm={(list) => onUndo(list, other.list)}
          onCancel={other.back}
        />
      )}
      {step.is === 'priced' && (
        <NewPriceView
          key={step.priced.price.most}
          priced={step.priced}
          isBusy={isOff}
          onStart={(toCap) => other.agree(step.priced, (priced) => onStart(priced, toCap()))}
          onCancel={other.back}
        />
      )}
      <Outcome isBusy={other.errand !== ''} said={other.errand} problem={other.problem} />
    </>
  );
}
