import { useState } from 'preact/hooks';
import type { TierCounts, Member } from '../../client/resources/list-answers';
import { TIERS, type Tier } from '../../client/resources/lists';
import { priceOfNext, priceOfRows } from '../../credits/action-prices';
import { LinkButton, PressButton } from '../common/press-button';
import { RowList } from '../common/row-list';
import { toCreditsText } from '../common/words';
import { PAGE_MEMBERS, toMoreLabel, toReadText, type MembersFilter } from './fetch-members';
import { MembersActions } from './members-actions';
import { Unread, type Remote } from './remote';
import { useMembers } from './use-members';
import { Form, Select, TextField } from '../common/fields/controls';
import { Outcome } from '../common/outcome';

interface Props {
  readonly counts: Remote<TierCounts | null>;
  readonly onRecount: () => void;
}

/** The companies of a list. Each step that may cost says how much on its button. */
export function MembersCard({ counts: counted, onRecount }: Props) {
  const members = useMembers();
  const counts = counted.is === 'ready' ? counted.value : null;
  const { filter, read, isReading, problem, isChanged } = members;
  const [search, setSearch] = useState(filter.search);
  const [typed, setTyped] = useState('');
  const known = { ...read, total: read.total ?? totalOf(counts, filter) };
  const left = known.total === null ? null : known.total - read.offset;
  const wanted = readWanted(typed, left);
  const isStarted = read.offset > 0 || read.isAll;
  /** A list that has changed may have grown. */
  const again = isChanged || read.offset === 0 ? Math.max(PAGE_MEMBERS, read.offset) : read.offset;
  const choose = (next: Partial<MembersFilter>): void => {
    setTyped('');
    members.choose({ ...filter, ...next });
  };
  return (
    <section aria-labelledby="members-title">
      <h3 id="members-title" tabIndex={-1}>
        Companies
      </h3>
      {counted.is === 'failed' && <Unread of={counted} loading="" onRetry={onRecount} />}
      <div class="row">
        <label for="members-tier">Tier</label>
        <Select
          id="members-tier"
          class="wide"
          value={filter.tier}
          choices={[null, ...TIERS].map((tier) => [tier, toTierLabel(tier, counts)])}
          onChoose={(tier) => choose({ tier })}
        />
      </div>
      <Form style="row" onSubmit={() => choose({ search: search.trim() })}>
        <label for="members-search">Name or domain contains</label>
        <TextField id="members-search" type="search" maxLength={100} text={search} onType={setSearch} />
        <button type="submit">Filter</button>
      </Form>
      {isStarted && (
        <>
          <p class="waiting">{toReadText(read)}</p>
          {isChanged && <p class="hint">The list has changed since these were read.</p>}
          <MembersList key={JSON.stringify(filter)} members={read.members} />
        </>
      )}
      {!isStarted && !isReading && known.total === 0 && <p class="hint">No company is in this list yet.</p>}
      {!read.isAll && known.total !== 0 && (
        <div class="row">
          <label for="members-wanted">How many {isStarted ? 'more' : 'to read'}</label>
          <input
            id="members-wanted"
            class="credits"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            maxLength={9}
            value={typed === '' ? String(wanted) : typed}
            aria-describedby="members-note"
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          {left !== null && left > PAGE_MEMBERS ? (
            <LinkButton onPress={() => setTyped(String(left))}>All {left.toLocaleString('en-US')}</LinkButton>
          ) : (
            <span />
          )}
          <p id="members-note" class="hint wide">
            Free for companies that you paid for in the last 30 days.
          </p>
        </div>
      )}
      <div class="buttons">
        {!read.isAll && known.total !== 0 && (
          <PressButton isMain={!isStarted} isOff={isReading} onPress={() => members.more(wanted)}>
            {toMoreLabel(wanted, priceOfNext(known, wanted), isStarted)}
          </PressButton>
        )}
        {(isChanged || (read.isAll && isStarted)) && (
          <PressButton isOff={isReading} onPress={() => members.again(again)}>
            Read again · up to {toCreditsText(priceOfRows(again))}
          </PressButton>
        )}
        {isReading && <PressButton onPress={members.stop}>Stop</PressButton>}
      </div>
      <Outcome
        isBusy={isReading}
        said={isReading ? `Reading companies: ${read.offset.toLocaleString('en-US')} so far…` : ''}
        problem={problem}
      />
      {read.members.length > 0 && <MembersActions filter={filter} members={read.members} isOff={isReading} />}
    </section>
  );
}

/** How many companies the filter finds; `null`: unknown. Trace counts each tier, and not what a search finds. */
function totalOf(counts: TierCounts | null, { tier, search }: MembersFilter): number | null {
  if (counts === null || search !== '') return null;
  if (tier !== null) return counts[tier];
  const { high, medium, exploratory } = counts;
  return high === null || medium === null || exploratory === null ? null : high + medium + exploratory;
}

function toTierLabel(tier: Tier | null, counts: TierCounts | null): string {
  const total = totalOf(counts, { tier, search: '' });
  const name = tier === null ? 'All tiers' : tier.charAt(0).toUpperCase() + tier.slice(1);
  return total === null ? name : `${name} · ${total.toLocaleString('en-US')}`;
}

function readWanted(typed: string, left: number | null): number {
  const number = /^[\d.,’\s]*\d\s*$/.test(typed) ? Number(typed.replace(/\D/g, '')) : PAGE_MEMBERS;
  return Math.max(1, Math.min(number, left ?? 1_000_000, 1_000_000));
}

const SHOWN_FIRST = 10;

/** The companies that were read. */
function MembersList({ members }: { readonly members: readonly Member[] }) {
  const rows = members.map(({ domain, name, slug, tier }) => ({
    title: name ?? domain ?? slug ?? '',
    beside: tier ?? '',
    below: name === null ? '' : (domain ?? ''),
    open: null,
  }));
  return <RowList label="Companies that were read" rows={rows} first={SHOWN_FIRST} />;
}
