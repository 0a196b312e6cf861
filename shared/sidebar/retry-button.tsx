import { useState } from 'preact/hooks';
import { toRetryText } from './key-text';
import type { PageHost } from './page-host';

interface Props {
  readonly host: PageHost;
  /** Whether a key has just been set, so that cells that lacked one may be answered now. */
  readonly isSuggested: boolean;
}

/** Calculates again what shows a problem; cells with answers are left alone, so that nothing is asked for twice. */
export function RetryButton({ host, isSuggested }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const retry = async (): Promise<void> => {
    setBusy(true);
    setSaid('');
    const answer = await host.ask('retryProblems');
    setBusy(false);
    setSaid(answer.ok ? toRetryText(answer.value.cells) : answer.sentence);
  };
  return (
    <div class="retry">
      {isSuggested && <p>Cells that asked for a key can be answered now.</p>}
      <button type="button" class={isSuggested ? 'main' : ''} disabled={isBusy} onClick={() => void retry()}>
        Retry problems
      </button>
      <p role="status">{said}</p>
    </div>
  );
}
