import type { DisconnectedFormulas } from '../../frozen/find-disconnected';
import type { KeyStatus, KeyVerdict } from '../../client/key';
import type { HostFault, BulkHost } from '../bulk-host';
import type { LoggedRequest, PanelAnswer, ShownProblem, SpendingStatus } from '../protocol';
import { say } from '../../errors/say';
import { attempt } from '../common/bulk-engine';
import type { PanelHost } from '../panel-host';
import { findPastedKeys, type FoundCell } from './pasted-keys';

/** What *Diagnose* has looked at. Nothing of it costs credits. */
export interface Examined {
  readonly atMs: number;
  readonly key: PanelAnswer<KeyStatus>;
  /** What the service says of the key; `null`: there is no key to ask about. */
  readonly verdict: PanelAnswer<KeyVerdict> | null;
  /** How long the service took, in milliseconds. */
  readonly tookMs: number;
  /** `null`: the host cannot tell. */
  readonly problems: PanelAnswer<readonly ShownProblem[]> | null;
  /** What recalculating these cells costs at most, in credits; `null`: unknown. */
  readonly retryPrice: number | null;
  readonly status: SpendingStatus | null;
  readonly requests: readonly LoggedRequest[];
  readonly faults: PanelAnswer<readonly HostFault[]>;
  /** Cells that hold a key; a list that was cut is at its limit. */
  readonly keys: PanelAnswer<readonly FoundCell[]>;
  /** `null`: the host does not look for them. */
  readonly disconnected: PanelAnswer<DisconnectedFormulas> | null;
}

/** Looks at the key, the service, the file and the host. Free: no company is asked for that exists. Never rejects. */
export async function examine(
  page: Pick<PanelHost, 'ask' | 'offers'>,
  host: BulkHost,
  now: () => number,
): Promise<Examined> {
  const { ask, offers } = page;
  const key = await ask('keyStatus');
  const atMs = now();
  const verdict = key.ok && key.value.hasKey ? await ask('testKey') : null;
  const tookMs = now() - atMs;
  const spending = offers.has('spending') ? await ask('spending') : null;
  const requests = offers.has('requestLog') ? await ask('requestLog') : null;
  const problems = offers.has('problems') ? await ask('problems') : null;
  const hasProblems = problems?.ok === true && problems.value.length > 0;
  const price = hasProblems && offers.has('priceRetry') ? await ask('priceRetry') : null;
  return {
    atMs,
    key,
    verdict,
    tookMs,
    problems,
    retryPrice: price?.ok === true ? price.value : null,
    status: spending?.ok === true ? spending.value : null,
    requests: requests?.ok === true ? requests.value : [],
    faults: await told(() => host.findFaults()),
    keys: await told(() => findPastedKeys(host)),
    disconnected: host.freezing === undefined ? null : await told(() => host.freezing!.findDisconnected()),
  };
}

async function told<T>(act: () => Promise<T>): Promise<PanelAnswer<T>> {
  const ended = await attempt(act);
  return ended.ok ? ended : { ok: false, sentence: say(ended.error, 'action') };
}
