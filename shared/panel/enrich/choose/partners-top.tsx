import { toPriceText } from '../../common/words';
import { listsOf, type Choice } from '../../../enrich/plan/column-spec';
import { topOfPartners, withTop } from './choice-menu';
import type { PlannedRun } from './choose-state';

interface Props {
  readonly choices: readonly Choice[];
  readonly planned: PlannedRun | null;
  readonly onChange: (choices: readonly Choice[]) => void;
}

const TOPS = [1, 3, 5, 10, 25];

/** How many partners of each company are shown, and what they cost: each is a credit. */
export function PartnersTop({ choices, planned, onChange }: Props) {
  if (!choices.some(({ adds }) => adds === 'partners')) return null;
  const top = topOfPartners(choices);
  const tops = top === undefined || TOPS.includes(top) ? TOPS : [...TOPS, top].sort((one, other) => one - other);
  return (
    <div class="top-partners">
      <label>
        {top === undefined ? 'Partners:' : 'Latest'}{' '}
        <select
          aria-label="Partners per company"
          value={top ?? 'all'}
          onChange={({ currentTarget: { value } }) =>
            onChange(withTop(choices, value === 'all' ? undefined : Number(value)))
          }
        >
          {tops.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
          <option value="all">all</option>
        </select>{' '}
        per company
      </label>
      <span>{toPriceOfTop(choices, top, planned)}</span>
    </div>
  );
}

function toPriceOfTop(choices: readonly Choice[], top: number | undefined, planned: PlannedRun | null): string {
  if (top === undefined) return '1 credit each';
  if (planned === null) return '';
  const { quote, most } = planned.price;
  return toPriceText(most === 0 ? 0 : quote.toPay * top * listsOf(choices).size);
}
