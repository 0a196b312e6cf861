import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import { Fold } from '../common/fold';
import { Outcome, Said } from '../common/outcome';
import { PressButton } from '../common/press-button';
import { useSheet } from '../common/sheet';
import { findOldAnswers, type OldAnswers } from './old-answers';
import { toOfferText, toOldText, toUpdateLabel } from './update-text';
import { useUpdate } from './use-update';
import { WhatChanged } from './what-changed';

interface Props {
  readonly domains: readonly string[];
  /** Whether the person sees the tab. */
  readonly isOn: boolean;
}

/** Updates old answers about these companies without a rescan. */
export function OldAnswersFold(props: Props) {
  return (
    <Fold style="cells" title="Update old answers without a rescan">
      <OldAnswersPart {...props} />
    </Fold>
  );
}

function OldAnswersPart({ domains, isOn }: Props) {
  const engine = useSheet();
  const { host: bulk } = engine;
  const [found, setFound] = useState<{ readonly of: string; readonly old: OldAnswers } | null>(null);
  const update = useUpdate();
  const key = domains.join(' ');
  // Without an effect, which would leave the price of other answers on its button for a moment.
  const old = found?.of === key ? found.old : null;
  const newest = useRef(key);
  newest.current = key;
  const find = async (of: string): Promise<void> => {
    if (of === '') return;
    const ended = await engine.beside((ports) => findOldAnswers(ports, of.split(' '), bulk.shownAges?.bind(bulk)));
    if (newest.current !== of) return;
    setFound(ended.ok ? { of, old: ended.value } : null);
    if (!ended.ok) update.fail(say(ended.error, 'action'));
  };
  useEffect(() => {
    if (!update.isBusy) update.clear();
    if (isOn) void find(key);
  }, [key, isOn]);
  const run = async ({ domains: of, price }: OldAnswers): Promise<void> => {
    await update.run(of, price.credits, 0);
    // The selection may have changed during the update.
    void find(newest.current);
  };
  return (
    <>
      <Said style="hint">
        {old === null ? '' : toOldText(old)}
        {old !== null && old.domains.length > 0 && ` ${toOfferText(old.price)}`}
      </Said>
      {old !== null && old.domains.length > 0 && (
        <div class="buttons">
          <PressButton isOff={update.isBusy} onPress={() => void run(old)}>
            {toUpdateLabel(old.domains.length, old.price)}
          </PressButton>
        </div>
      )}
      <Outcome {...update} />
      {update.changes.length > 0 && <WhatChanged changes={update.changes} />}
    </>
  );
}
