import { useState } from 'preact/hooks';
import { say } from '../../errors/say';
import { attempt } from '../common/bulk-engine';
import { Figures } from '../common/figures';
import { Outcome } from '../common/outcome';
import { PressButton } from '../common/press-button';
import { useSheet } from '../common/sheet';
import { count, isolated, toDayText } from '../common/words';
import { countTechnologies } from './change-counts';
import { toChangesSheet } from './changes-sheet';
import type { Change } from './compare-answers';

interface Props {
  /** At least one, newest first. */
  readonly changes: readonly Change[];
}

/** Thousands are slow to draw. */
const MOST_SHOWN = 100;
const MOST_COUNTED = 5;

/** What an update found, and the button that puts it on a sheet. */
export function WhatChanged({ changes }: Props) {
  const engine = useSheet();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const domains = [...new Set(changes.map(({ domain }) => domain))];
  const counts = countTechnologies(changes).slice(0, MOST_COUNTED);
  const add = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    setSaid('Adding a sheet…');
    const ended = await attempt(() => engine.host.insertSummary(toChangesSheet(changes)));
    setBusy(false);
    setSaid(ended.ok ? `The changes are on the new sheet ${ended.value.name}.` : '');
    setProblem(ended.ok ? '' : say(ended.error, 'run'));
  };
  return (
    <>
      <h3>What changed</h3>
      {counts.length > 0 && (
        <Figures of={counts.map(({ name, adopted, dropped }) => [name, toCount(adopted, dropped)])} />
      )}
      <ul class="changes" tabIndex={0} aria-label="What changed, by company">
        {domains.slice(0, MOST_SHOWN).map((domain) => (
          <li key={domain}>
            <b>{domain}</b>
            {changes
              .filter((change) => change.domain === domain)
              .map((change) => (
                <ChangeLine key={`${change.kind} ${change.what}`} change={change} />
              ))}
          </li>
        ))}
        {domains.length > MOST_SHOWN && (
          <li>and {count(domains.length - MOST_SHOWN, 'company more', 'companies more')}</li>
        )}
      </ul>
      <div class="buttons">
        <PressButton isOff={isBusy} onPress={() => void add()}>
          Add What changed sheet
        </PressButton>
      </div>
      <Outcome isBusy={isBusy} said={said} problem={problem} />
    </>
  );
}

function toCount(adopted: number, dropped: number): string {
  const counts = [[adopted, 'adopted'] as const, [dropped, 'dropped'] as const].filter(([companies]) => companies > 0);
  return counts.map(([companies, word]) => `${companies.toLocaleString('en-US')} ${word}`).join(', ');
}

function ChangeLine({ change: { kind, what, is, from, to, seenOn } }: { readonly change: Change }) {
  const name = isolated(what);
  if (kind === 'fact') {
    return (
      <span>
        {name}: <bdi>{to}</bdi> (was <bdi>{from}</bdi>)
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
