import { KeyButtons } from './key-buttons';
import { KeyForm } from './key-form';
import { toStatusText } from './key-text';
import type { PanelHost } from './panel-host';
import type { Keys } from './use-key';

interface Props {
  readonly host: PanelHost;
  readonly keys: Keys;
}

/** Where users set, test, replace and forget the API key. */
export function KeyCard({ host, keys }: Props) {
  const { key, errand, isReplacing, problem } = keys.state;
  const isBusy = errand !== null;
  const hasKey = key?.hasKey === true;
  return (
    <section class="key-place" aria-labelledby="key-title">
      <h2 id="key-title">API key</h2>
      <KeyStatusLine keys={keys} />
      {hasKey && !isReplacing && (
        <KeyButtons
          isBusy={isBusy}
          onReplace={() => keys.swap('replacing')}
          onForget={keys.forget}
          {...(host.offers.has('testKey') ? { onTest: keys.test } : {})}
        />
      )}
      {(!hasKey || isReplacing) && (
        <KeyForm
          isReplacing={isReplacing}
          isBusy={isBusy}
          problem={problem?.isOfField === true ? problem.sentence : ''}
          onSave={keys.save}
          onCancel={() => keys.swap('cancelled')}
        />
      )}
      <p role="alert" class="problem">
        {problem?.isOfField === false ? problem.sentence : ''}
      </p>
      <p class="note">{host.keyNote}</p>
    </section>
  );
}

/** The current key and the last action, or what is being waited for. */
export function KeyStatusLine({ keys }: Pick<Props, 'keys'>) {
  const { key, errand } = keys.state;
  const works = key?.hasKey === true && key.standing === 'works';
  return (
    <p role="status" class={`key-status ${errand !== null ? 'is-busy' : works ? 'is-set' : ''}`}>
      {toStatusText(keys.state)}
    </p>
  );
}
