import { PressButton } from '../common/press-button';
import { count } from '../common/words';
import { OldAnswersFold } from './old-answers-fold';
import { toLaterText } from './update-text';
import { useUpdatePrice } from './use-update-price';

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
      <OldAnswersFold domains={domains} isOn={isOn} />
    </>
  );
}
