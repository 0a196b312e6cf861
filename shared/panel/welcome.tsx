import { PressButton } from './bulk/press-button';
import { Icon, type IconName } from './icon';
import { KeyStatusLine } from './key-card';
import { KeyForm } from './key-form';
import type { PanelHost } from './panel-host';
import type { Keys } from './use-key';
import { usePractice } from './use-practice';

const PROMISES: readonly (readonly [icon: IconName, text: string])[] = [
  ['columns', 'Fill columns with technologies, company facts and partners.'],
  ['price', 'See the price before you spend a credit.'],
  ['undo', 'Undo an enrichment with one click.'],
];

interface Props {
  readonly host: PanelHost;
  readonly keys: Keys;
  readonly onWithout: () => void;
  /** The practice sheet is there. */
  readonly onPractice: () => void;
}

/** The whole panel until there is a key. */
export function Welcome({ host, keys, onWithout, onPractice }: Props) {
  const { errand, problem } = keys.state;
  const practice = usePractice(host, onPractice);
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
      <KeyForm
        isReplacing={false}
        isBusy={isBusy}
        problem={problem?.isOfField === true ? problem.sentence : ''}
        onSave={keys.save}
        onCancel={() => keys.swap('cancelled')}
      />
      <KeyStatusLine keys={keys} />
      <p role="alert" class="problem">
        {problem?.isOfField === false ? problem.sentence : ''}
      </p>
      <details class="fold">
        <summary>Where do I find my key?</summary>
        <p>
          In Trace, open <b>Settings &gt; API Key</b> and copy the key. Trace checks it when you save.
        </p>
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
      <button type="button" class="link" disabled={isBusy} onClick={onWithout}>
        Continue without a key
      </button>
    </section>
  );
}
