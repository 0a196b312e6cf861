import { count } from '../common/words';
import { toLaterText, toOfferText, toOldText, toUpdateLabel } from './update-text';
import { useUpdatePrice, useUpdate } from './use-update';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import { Fold } from '../common/fold';
import { Outcome, Said } from '../common/outcome';
import { PressButton } from '../common/press-button';
import { useSheet } from '../common/sheet';
import { findOldAnswers, type OldAnswers } from './old-answers';
import { WhatChanged } from './what-changed';

/** Twenty jobs, and as much as every host keeps for the file. */
export const MOST_COMPANIES = 2_000;

/** What each source of companies gets. */
export interface SourceProps {
  /** Whether the user sees the tab. */
  readonly isOn: boolean;
  readonly isStarting: boolean;
  /** Starts a rescan. Resolves to whether it was started. */
  readonly start: (domains: readonly string[]) => Promise<boolean>;
}

interface Props extends SourceProps {
  /** At least one, and no more than {@link MOST_COMPANIES}. */
  readonly domains: readonly string[];
}

/** The button that rescans companies, and what updating their answers will cost. */
export function StartRescan({ domains, isOn, isStarting, start }: Props) {
  const { price } = useUpdatePrice(domains, isOn);
  return (
    <>
      <div class="buttons">
        <PressButton isMain isOff={isStarting} onPress={() => void start(domains)}>
          Rescan {count(domains.length, 'company', 'companies')} · free
        </PressButton>
      </div>
      <p class="note">{price === null ? '' : toLaterText(price)}</p>
      <Fold style="cells" title="Update old answers without a rescan">
        <OldAnswersPart domains={domains} isOn={isOn} />
      </Fold>
    </>
  );
}

/** Updates old answers about these companies without a rescan. */
function OldAnswersPart({ domains, isOn }: Pick<Props, 'domains' | 'isOn'>) {
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
