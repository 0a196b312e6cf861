import { say } from '../../../errors/say';
import { useState, useLayoutEffect, useRef } from 'preact/hooks';
import { bareName } from '../../../enrich/names/bare-name';
import type { FoundDomains, NameMatch } from '../../../enrich/names/search-companies';
import type { ConfirmedDomain } from '../../../enrich/write-domains';
import { count, toCreditsText } from '../../common/words';
import { PressButton } from '../../common/press-button';
import type { ComponentChildren } from 'preact';
import { Select } from '../../common/fields/controls';

interface MatchListProps {
  readonly found: FoundDomains;
  readonly isBusy: boolean;
  readonly onConfirm: (confirmed: readonly ConfirmedDomain[]) => void;
}

/** The matches for each name. None is used until the user confirms it. */
export function MatchList({ found, isBusy, onConfirm }: MatchListProps) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const choose = (name: string, domain: string): void => setChosen(new Map([...chosen, [name, domain]]));
  const exact = found.matches.flatMap((match) => {
    const same = match.candidates.find(({ name }) => bareName(name) === bareName(match.name));
    return same === undefined ? [] : [[match.name, same.domain] as const];
  });
  const confirmed = found.matches.flatMap(({ name, rows }) => {
    const domain = chosen.get(name) ?? '';
    return domain === '' ? [] : rows.map((row) => ({ row, name, domain }));
  });
  return (
    <>
      <Arrival>
        The search cost {toCreditsText(found.credits)}
        {found.unsure > 0 && `, ${found.unsure.toLocaleString('en-US')} unconfirmed`}.
        {found.isCut && ' It ended before all names were searched.'} Choose the match of each name.
      </Arrival>
      {found.why !== null && <p class="problem">{say(found.why, 'run')}</p>}
      <ul class="matches" aria-label="Matches">
        {found.matches.map((match) => (
          <MatchItem key={match.name} match={match} chosen={chosen.get(match.name) ?? ''} onChoose={choose} />
        ))}
      </ul>
      <div class="buttons">
        {exact.length > 0 && (
          <PressButton isOff={isBusy} onPress={() => setChosen(new Map([...exact, ...chosen]))}>
            Confirm the {count(exact.length, 'exact name', 'exact names')}
          </PressButton>
        )}
        <PressButton isMain isOff={isBusy || confirmed.length === 0} onPress={() => onConfirm(confirmed)}>
          Write {count(confirmed.length, 'domain', 'domains')}
        </PressButton>
      </div>
    </>
  );
}

interface ItemProps {
  readonly match: NameMatch;
  readonly chosen: string;
  readonly onChoose: (name: string, domain: string) => void;
}

function MatchItem({ match, chosen, onChoose }: ItemProps) {
  const { name, rows, candidates, problem } = match;
  const where = rows.length > 1 ? ` (${count(rows.length, 'row', 'rows')})` : '';
  if (candidates.length === 0) {
    return (
      <li>
        {name}
        {where}: {problem === null ? 'nothing found.' : say(problem, 'run')}
      </li>
    );
  }
  return (
    <li>
      <label>
        {name}
        {where}
        <Select
          value={chosen}
          choices={[['', 'Not confirmed'], ...candidates.map((each) => [each.domain, toMatchText(each)] as const)]}
          onChoose={(domain) => onChoose(name, domain)}
        />
      </label>
    </li>
  );
}

function toMatchText({ domain, name, country }: NameMatch['candidates'][number]): string {
  return `${domain}: ${name}${country === '' ? '' : `, ${country}`}`;
}

interface ArrivalProps {
  readonly style?: string;
  readonly children: ComponentChildren;
}

/** A sentence that replaces the pressed control and takes its focus. */
export function Arrival({ style = '', children }: ArrivalProps) {
  const sentence = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) sentence.current?.focus();
  }, []);
  return (
    <p class={style} tabIndex={-1} ref={sentence}>
      {children}
    </p>
  );
}
