import { toCreditsText } from '../common/words';
import { useEffect, useState } from 'preact/hooks';
import type { Resumption } from '../../enrich/enrichment';
import { priceRest, type PricedRest } from '../../enrich/price-rest';
import { say } from '../../errors/say';
import { PressButton } from '../common/press-button';
import { useSheet } from '../common/sheet';
import { ActionBar, PriceTerms, useRunCap } from './price-terms';
import type { ChooseState } from './choose/choose-state';
import { FailedRows } from './failed-rows';
import { toEndedTitle } from './news';
import { limitInField, typedLimit } from './run-limit';
import { summaryOf, type Ended } from './run-stage';
import { toRowsText } from './run-text';
import { Sentences } from '../common/outcome';

interface Props {
  readonly ended: Ended;
  readonly isBusy: boolean;
  readonly onGoOn: (how: Resumption) => void;
  readonly onClear: () => void;
}

/** Once the first rows are filled: the price of the others, and the way back. */
export function PreviewView({ ended, isBusy, onGoOn, onClear }: Props) {
  const engine = useSheet();
  const { enrichment, end, notes } = ended;
  const { head, spent } = enrichment;
  const { open } = summaryOf(enrichment);
  const [rest, setRest] = useState<PricedRest | null>(null);
  const [problem, setProblem] = useState(enrichment.problem);
  const [own, setOwn] = useState<ChooseState['cap']>(
    ended.ownLimit === null ? null : Math.max(0, ended.ownLimit - spent.used),
  );
  useEffect(() => {
    void engine.do(priceRest).then((ended) => (ended.ok ? setRest(ended.value) : setProblem(ended.error)));
  }, [engine, head.savedMs]);
  const shown = { cap: own, planned: rest };
  const cap = useRunCap(shown, (credits) => setOwn(credits ?? (rest?.price.most === null ? 'none' : null)));
  const limit = typedLimit(cap.typing.text) ?? limitInField(shown);
  const why = end?.why ?? null;
  return (
    <>
      <p class={why === null ? 'waiting is-set' : 'waiting'}>{toEndedTitle(ended)}</p>
      {why !== null && <p class="problem">{say(why, 'run')}</p>}
      {problem !== null && <p class="problem">{say(problem, 'run')}</p>}
      {problem === null && (
        <p>
          {toRowsText(enrichment)} The preview cost {toCreditsText(spent.used)}.
        </p>
      )}
      <Sentences of={notes} />
      <FailedRows ended={ended} />
      {rest !== null && rest.price.most !== 0 && (
        <PriceTerms price={rest.price} rows={rest.rows} cap={cap} isOwn={typeof own === 'number'} />
      )}
      <ActionBar price={rest?.price ?? null} limit={limit} rows={rest?.rows ?? open}>
        <div class="buttons">
          <PressButton isOff={isBusy} onPress={onClear}>
            Clear preview
          </PressButton>
          <PressButton
            isMain
            isOff={isBusy || rest === null || limit === null}
            onPress={cap.within(() => limit !== null && onGoOn({ rest: limit }))}
          >
            Go on
          </PressButton>
        </div>
      </ActionBar>
    </>
  );
}
