import { useRef, useState } from 'preact/hooks';
import { priceOfNames, type NamedCompany } from '../../enrich/names/search-companies';
import { count } from '../common/words';
import { useCreditsEntry } from '../common/credits-field';
import { toCreditsText } from './bulk-text';
import { CreditsLimit } from './credits-limit';
import { PressButton } from './press-button';

const CAP = 'names-cap';

interface Props {
  readonly names: readonly NamedCompany[];
  /** Whether some were searched before, and these are left. */
  readonly isRest: boolean;
  readonly isBusy: boolean;
  readonly onSearch: (cap: number) => void;
  readonly onStop: () => void;
}

/** The price of a search at most, its limit, and the button that starts it. */
export function NameSearch({ names, isRest, isBusy, onSearch, onStop }: Props) {
  const most = priceOfNames(names);
  const [limit, setLimit] = useState<number | null>(most);
  /** Before it is drawn: the click that searches may enter what was typed. */
  const entered = useRef(limit);
  const cap = useCreditsEntry(limit, 1, (credits) => {
    entered.current = credits;
    setLimit(credits);
  });
  const search = (): void => {
    if (cap.commit()) onSearch(entered.current ?? most);
    else document.getElementById(CAP)?.focus();
  };
  return (
    <>
      <p class="waiting">Up to {toCreditsText(most)}: up to 3 companies for each name.</p>
      <CreditsLimit
        id={CAP}
        label="Limit for this search"
        text={cap.text}
        problem={cap.problem}
        onType={cap.type}
        onEntered={cap.enter}
      />
      <div class="buttons">
        <PressButton isMain isOff={isBusy || names.length === 0} onPress={search}>
          {isRest ? 'Search the ' : 'Find domains of '}
          {count(names.length, 'name', 'names')}
          {isRest ? ' left' : ''}
        </PressButton>
        {isBusy && <PressButton onPress={onStop}>Stop</PressButton>}
      </div>
    </>
  );
}
