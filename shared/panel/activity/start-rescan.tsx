import { PressButton } from '../common/press-button';
import { count } from '../common/words';
import type { SourceProps } from './check-source';
import { OldAnswersFold } from './old-answers-fold';
import { toLaterText } from './update-text';
import { useUpdatePrice } from './use-update-price';

/** Twenty jobs, and as much as every host keeps for the file. */
export const MOST_COMPANIES = 2_000;

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
      <OldAnswersFold domains={domains} isOn={isOn} />
    </>
  );
}
