import { useState } from 'preact/hooks';
import { useShowMore } from '../common/show-more';
import { count, isolated, toDayText } from '../common/words';
import { countTechnologies, toCountText } from './change-counts';
import { filterChanges, filtersOf, type ChangeFilter } from './change-filter';
import { toChangeRows, toChangesSheet, NO_CHANGE_ROWS } from './changes-sheet';
import type { Change } from './compare-answers';
import type { LastCheck, TechnologyCount } from '../common/file-notes';
import { Figures } from '../common/figures';
import { Outcome, useErrand } from '../common/outcome';
import { PressButton } from '../common/press-button';
import { useSheet } from '../common/sheet';
import { toComparedText } from './update-text';

interface Props {
  /** At least one, newest first. */
  readonly changes: readonly Change[];
}

/** What an update found, and the button that puts it on a sheet. */
export function WhatChanged({ changes }: Props) {
  const engine = useSheet();
  const errand = useErrand('run');
  /** Once is enough: a second time would show each change twice. */
  const [added, setAdded] = useState<readonly Change[] | null>(null);
  const [filter, setFilter] = useState<ChangeFilter | null>(null);
  const filtered = filterChanges(changes, filter);
  const domains = [...new Set(filtered.map(({ domain }) => domain))];
  const { most, list, button } = useShowMore<HTMLUListElement>(domains.length);
  const add = (): void =>
    void errand.attempt('Adding the changes…', async () => {
      const day = new Date(await engine.host.ports.client.now()).toISOString().slice(0, 10);
      const check = toChangeRows(changes, day);
      const known = await engine.host.insertBelowTitles(check);
      const made = known === null ? await engine.host.addSheet(toChangesSheet(check)) : null;
      setAdded(changes);
      return made === null
        ? `The changes are on top of the sheet ${known}.`
        : `The changes are on the new sheet ${made.name}.`;
    });
  return (
    <>
      <h3>What changed</h3>
      <CountedTechnologies technologies={countTechnologies(changes)} />
      <FilterField changes={changes} filter={filter} onChoose={setFilter} />
      <div class="buttons">
        <PressButton isOff={errand.isBusy || added === changes} onPress={add}>
          Add to What changed sheet
        </PressButton>
      </div>
      <Outcome {...errand} />
      <ul ref={list} class="changes" aria-label="What changed, by company">
        {domains.slice(0, most).map((domain) => (
          <li key={domain}>
            <b>{domain}</b>
            {filtered
              .filter((change) => change.domain === domain)
              .map((change) => (
                <ChangeLine key={`${change.kind} ${change.what}`} change={change} />
              ))}
          </li>
        ))}
      </ul>
      {button}
    </>
  );
}

const TITLES = { technology: 'Technologies', category: 'Categories', partner: 'Partners' };

interface FilterFieldProps extends Props {
  readonly filter: ChangeFilter | null;
  readonly onChoose: (filter: ChangeFilter | null) => void;
}

function FilterField({ changes, filter, onChoose }: FilterFieldProps) {
  const groups = filtersOf(changes);
  if (groups.length === 0) return null;
  const choose = (value: string): void => {
    const group = groups.find(({ by }) => value.startsWith(`${by} `));
    onChoose(group === undefined ? null : { by: group.by, name: value.slice(group.by.length + 1) });
  };
  return (
    <div class="row">
      <label for="changes-shown">Show</label>
      <select
        id="changes-shown"
        class="wide"
        value={filter === null ? '' : `${filter.by} ${filter.name}`}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="">{count(changes.length, 'change', 'changes')}</option>
        {groups.map(({ by, filters }) => (
          <optgroup key={by} label={TITLES[by]}>
            {filters.map((each) => (
              <option key={each.name} value={`${by} ${each.name}`}>
                {each.name} · {each.changes.toLocaleString('en-US')}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function ChangeLine({ change: { kind, what, is, from, to, seenOn } }: { readonly change: Change }) {
  const name = isolated(what);
  if (kind === 'fact') {
    return (
      <span>
        {name}: <bdi>{toShown(to)}</bdi> (was <bdi>{toShown(from)}</bdi>)
      </span>
    );
  }
  const day = toDayText(seenOn);
  if (kind === 'partner')
    return (
      <span>
        {is === 'adopted' ? `New partner: ${name}` : `Former partner: ${name}`} · {day}
      </span>
    );
  return (
    <span>
      {is === 'adopted' ? `Adopted: ${name}` : `Dropped: ${name}`} · {day}
    </span>
  );
}

function toShown(value: string | number): string {
  return typeof value === 'number' ? value.toLocaleString('en-US') : value;
}

/** What the last check found, once its changes are not on the page any more. */
export function LastCheckView({ check }: { readonly check: LastCheck }) {
  const { host } = useSheet();
  const errand = useErrand();
  const showSheet = (): void =>
    void errand.attempt('Opening the sheet…', async () => {
      const name = await host.insertBelowTitles(NO_CHANGE_ROWS);
      return name === null
        ? 'This file has no What changed sheet. After your next check, choose Add to What changed sheet.'
        : `The changes are on the sheet ${name}.`;
    });
  return (
    <article class="asked" aria-labelledby="last-check-title">
      <h3 id="last-check-title">Last check · {toDayText(check.atMs)}</h3>
      <p class="hint">{toComparedText(check)}</p>
      <CountedTechnologies technologies={check.technologies} />
      {check.changed > 0 && (
        <div class="buttons">
          <PressButton isOff={errand.isBusy} onPress={showSheet}>
            Open What changed sheet
          </PressButton>
        </div>
      )}
      <Outcome {...errand} />
    </article>
  );
}

/** How many companies adopted and dropped each technology. */
function CountedTechnologies({ technologies }: { readonly technologies: readonly TechnologyCount[] }) {
  if (technologies.length === 0) return null;
  return <Figures of={technologies.map((each) => [each.name, toCountText(each)])} />;
}
