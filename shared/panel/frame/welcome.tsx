import { useState } from 'preact/hooks';
import { say } from '../../errors/say';
import { toTraceError } from '../../errors/trace-error';
import { PressButton } from '../common/press-button';
import { Icon, type IconName } from '../common/icon';
import { openPractice } from '../common/practice';
import type { PanelHost } from '../panel-host';
import { KeyForm, KeyStatusLine } from '../settings/key-card';
import { WhereIsMyKey } from '../settings/where-is-my-key';
import { usePanel } from '../state/panel-state';

const PROMISES: readonly (readonly [icon: IconName, text: string])[] = [
  ['columns', 'Fill columns with technologies, company facts and partners.'],
  ['price', 'See the price before you spend a credit.'],
  ['undo', 'Undo the last enrichment. Cells edited since stay.'],
];

/** The whole panel until there is a key. */
export function Welcome() {
  const { host, keys, tab, goWithout } = usePanel();
  const { errand, problem } = keys.state;
  const practice = usePractice(host, () => goWithout('enrich'));
  const isBusy = errand !== null || practice.isBusy;
  return (
    <section class="welcome key-place" aria-labelledby="key-title">
      <h2 id="key-title">Welcome to Trace</h2>
      <ul class="promises">
        {PROMISES.map(([icon, text]) => (
          <li key={icon}>
            <Icon name={icon} />
            {text}
          </li>
        ))}
      </ul>
      <KeyForm isBusy={isBusy} />
      <KeyStatusLine />
      <p role="alert" class="problem">
        {problem?.isOfField === false ? problem.sentence : ''}
      </p>
      <details class="fold">
        <summary>Where do I find my key?</summary>
        <WhereIsMyKey />
      </details>
      <p class="note">{host.keyNote}</p>
      {practice.isOffered && (
        <div class="practice">
          <h3>No key yet?</h3>
          <p class="hint">Try Trace on 12 sample companies, free.</p>
          <PressButton isOff={isBusy} onPress={practice.begin}>
            Add a practice sheet
          </PressButton>
          <p role="status" class={practice.isBusy ? 'is-busy' : ''}>
            {practice.isBusy ? 'Adding the sheet…' : ''}
          </p>
          <p role="alert" class="problem">
            {practice.problem}
          </p>
        </div>
      )}
      <button type="button" class="link" disabled={isBusy} onClick={() => goWithout(tab)}>
        Continue without a key
      </button>
    </section>
  );
}

/** Shown until the host has answered, or why it did not. */
export function KeyOpening() {
  const { keys } = usePanel();
  const { errand, problem } = keys.state;
  return (
    <section class="opening key-place" aria-label="Trace">
      <KeyStatusLine />
      {errand === null && (
        <button type="button" class="main" onClick={keys.check}>
          Retry
        </button>
      )}
      <p role="alert" class="problem">
        {problem?.sentence}
      </p>
    </section>
  );
}

interface Practicing {
  readonly isOffered: boolean;
  readonly isBusy: boolean;
  readonly problem: string;
  readonly begin: () => void;
}

/** @param onOpen called once the practice sheet is there */
function usePractice({ bulk, readPractice }: PanelHost, onOpen: () => void): Practicing {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const begin = async (): Promise<void> => {
    if (bulk === undefined || readPractice === undefined) return;
    setBusy(true);
    setProblem('');
    try {
      const [host, practice] = await Promise.all([bulk(), readPractice()]);
      await openPractice(host, practice);
      onOpen();
    } catch (thrown) {
      setProblem(say(toTraceError(thrown), 'action'));
    }
    setBusy(false);
  };
  return {
    isOffered: bulk !== undefined && readPractice !== undefined,
    isBusy,
    problem,
    begin: () => void begin(),
  };
}
