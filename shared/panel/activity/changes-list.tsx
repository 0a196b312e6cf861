import { useState } from 'preact/hooks';
import { say } from '../../errors/say';
import { attempt } from '../common/bulk-engine';
import { PressButton } from '../common/press-button';
import { isolated } from '../common/words';
import { Outcome } from '../common/outcome';
import { toChangesSheet } from './changes-sheet';
import type { CompanyChange } from './compare-companies';
import { useSheet } from '../common/sheet';

interface Props {
  readonly changes: readonly CompanyChange[];
}

/** Shown at once: thousands are slow to draw. */
const MOST_SHOWN = 100;

/** What is different about companies since the answers before, and the way to a sheet of its own. */
export function ChangesList({ changes }: Props) {
  const engine = useSheet();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const add = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    setSaid('Adding a sheet…');
    const nowMs = await engine.host.ports.client.now();
    const ended = await attempt(() => engine.host.insertSummary(toChangesSheet(changes, nowMs)));
    setBusy(false);
    setSaid(ended.ok ? `The changes are in the new sheet ${ended.value.name}.` : '');
    setProblem(ended.ok ? '' : say(ended.error, 'run'));
  };
  return (
    <>
      <ul class="changes" aria-label="What is different">
        {changes.slice(0, MOST_SHOWN).map(({ domain, added, dropped, newPartners, formerPartners, facts }) => (
          <li key={domain}>
            <b>{domain}</b>
            <Names title="Added" names={added} />
            <Names title="Dropped" names={dropped} />
            <Names title="New partners" names={newPartners} />
            <Names title="Former partners" names={formerPartners} />
            {facts.map(({ title, before, after }) => (
              <span key={title}>
                {title}: <bdi>{before}</bdi> → <bdi>{after}</bdi>
              </span>
            ))}
          </li>
        ))}
        {changes.length > MOST_SHOWN && <li>and {(changes.length - MOST_SHOWN).toLocaleString('en-US')} more</li>}
      </ul>
      <div class="buttons">
        <PressButton isOff={isBusy} onPress={() => void add()}>
          Add Changes sheet
        </PressButton>
      </div>
      <Outcome isBusy={isBusy} said={said} problem={problem} />
    </>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <span>
      {title}: {names.map(isolated).join(', ')}
    </span>
  );
}
