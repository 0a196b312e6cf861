import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { previewUndo, type Resumption, type UndoPreview } from '../../enrich/enrichment';
import { say } from '../../errors/say';
import { Outcome } from '../common/outcome';
import { isDone, isUndoing, toRest, type Left } from './left-run';
import { KeepQuestion } from './left-view';
import { LimitForm } from './limit-form';
import { OTHER_REASON, toOtherFacts, toOtherTitle } from './other-run-text';
import { PressButton } from './press-button';
import { UndoListView } from './undo-list-view';
import { UndoneView } from './undone-view';
import { useLimit } from './use-limit';
import { useSheet } from '../common/sheet';

interface Props {
  readonly left: Left;
  readonly isBusy: boolean;
  readonly onResume: (how: Resumption) => void;
  readonly onUndo: () => void;
  readonly onKeep: () => void;
}

/** An enrichment that this person's own store does not know: nothing is written or spent before it is confirmed. */
export function OtherRunView({ left, isBusy, onResume, onUndo, onKeep }: Props) {
  const engine = useSheet();
  const { enrichment } = left;
  const [list, setList] = useState<UndoPreview | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const limit = useLimit(enrichment.spent, false, onResume);
  const isOff = isBusy || said !== '';
  const show = async (): Promise<void> => {
    setProblem('');
    setSaid('Listing the cells…');
    const listed = await engine.do(previewUndo);
    setSaid('');
    if (listed.ok) setList(listed.value);
    else setProblem(say(listed.error, 'run'));
  };
  return (
    <>
      <h3>{toOtherTitle(enrichment.head)}</h3>
      <p>{OTHER_REASON}</p>
      <dl class="facts">
        {toOtherFacts(enrichment).map(([name, text]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
      {left.undone !== null && <UndoneView undone={left.undone} />}
      {list !== null && <UndoListView list={list} isBusy={isOff} onConfirm={onUndo} onCancel={() => setList(null)} />}
      {list === null && (
        <>
          <p class="note">Nothing is written or spent before you confirm.</p>
          {toRest(enrichment) === 'open' && !isUndoing(enrichment) && (
            <LimitForm
              label="Limit for the remaining rows"
              button="Resume with my key"
              text={limit.text}
              problem={limit.problem}
              isBusy={isOff}
              onType={limit.type}
              onGo={() => limit.goOn()}
            />
          )}
          <div class="buttons">
            <PressButton isMain isOff={isOff} onPress={() => void show()}>
              Show what undo would change
            </PressButton>
            <PressButton isOff={isOff} onPress={() => setAsking(true)}>
              {isDone(enrichment) ? 'New enrichment' : 'Discard'}
            </PressButton>
          </div>
          {isAsking && (
            <KeepQuestion
              isFinished={isDone(enrichment)}
              isBusy={isOff}
              onKeep={onKeep}
              onCancel={() => setAsking(false)}
            />
          )}
        </>
      )}
      <Outcome isBusy={said !== ''} said={said} problem={problem} />
    </>
  );
}
