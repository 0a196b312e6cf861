import type { CompanyPrice } from '../../credits/action-prices';
import type { KeptRescan } from '../common/file-notes';
import { Outcome, Said, Sentences } from '../common/outcome';
import { PressButton } from '../common/press-button';
import { useSheet } from '../common/sheet';
import { useShowMore } from '../common/show-more';
import { count, toDayText } from '../common/words';
import { answersOf, problemsOf, progressOf, rescannedOf, toRescanTitle } from './rescan-text';
import { VIEWS_LAG_MS } from './update-answers';
import { toOfferText, toUpdateLabel } from './update-text';
import { useUpdate, useUpdatePrice } from './use-update';
import { WhatChanged } from './what-changed';

interface Props {
  readonly rescan: KeptRescan;
  /** Whether the person sees the tab. */
  readonly isOn: boolean;
  readonly onKeep: (rescan: KeptRescan) => void;
  readonly onDrop: () => void;
  readonly onSendRest: () => void;
}

/** One rescan: its progress, and then the update of its companies. */
export function RescanView({ rescan, isOn, onKeep, onDrop, onSendRest }: Props) {
  const { record, doneAtMs } = rescan;
  const { done, all } = progressOf(record);
  const domains = rescannedOf(record);
  const price = useUpdatePrice(domains, isOn && doneAtMs !== null);
  const isOffered = doneAtMs !== null && rescan.updatedAtMs === null && price.price !== null;
  const offer = isOffered ? ` ${toOfferText(price.price)}` : '';
  const unsent = record.parts.filter(({ is }) => is === 'unsent').reduce((sum, { domains }) => sum + domains.length, 0);
  const isWaiting = record.parts.some(({ is }) => is === 'running');
  return (
    <article class="asked" aria-label={`Rescan of ${toDayText(record.startedAtMs)}`}>
      <Said style={isWaiting ? 'waiting is-busy' : 'waiting'}>
        {toRescanTitle(record)}
        {offer}
      </Said>
      {doneAtMs === null && all > 0 && <progress aria-label="Rescanned companies" max={all} value={done} />}
      <Sentences class="problem" of={problemsOf(record)} />
      <Companies rescan={rescan} />
      {unsent > 0 && !isWaiting && <p>{count(unsent, 'company was', 'companies were')} not sent yet.</p>}
      {doneAtMs === null && !isWaiting && (
        <div class="buttons">
          {unsent > 0 && (
            <PressButton onPress={onSendRest}>Send {count(unsent, 'company', 'companies')} · free</PressButton>
          )}
          <PressButton onPress={onDrop}>Dismiss</PressButton>
        </div>
      )}
      {doneAtMs === null && isWaiting && <p class="hint">{toNextCheck(record)}</p>}
      {doneAtMs !== null && <UpdatePart {...{ rescan, doneAtMs, domains, onKeep, onDrop }} updatePrice={price} />}
    </article>
  );
}

/** The service's word about each company, folded. */
function Companies({ rescan: { record } }: Pick<Props, 'rescan'>) {
  const answers = answersOf(record);
  const jobs = record.parts.flatMap(({ jobId }) => jobId ?? []);
  const { most, list, button } = useShowMore<HTMLUListElement>(answers.length);
  if (answers.length === 0) return null;
  return (
    <details class="cells">
      <summary>{count(answers.length, 'company', 'companies')}</summary>
      <ul ref={list} aria-label="Companies of this rescan">
        {answers.slice(0, most).map(({ domain, status, detail }) => (
          <li key={domain}>
            {domain}: {status ?? 'no answer yet'}
            {detail !== null && ` · ${detail}`}
          </li>
        ))}
      </ul>
      {button}
      {jobs.length > 0 && <p class="note">Job ids for TRACE_JOB: {jobs.join(', ')}</p>}
    </details>
  );
}

interface UpdatePartProps extends Pick<Props, 'rescan' | 'onKeep' | 'onDrop'> {
  readonly doneAtMs: number;
  /** The rescanned ones. */
  readonly domains: readonly string[];
  readonly updatePrice: ReturnType<typeof useUpdatePrice>;
}

function UpdatePart({ rescan, doneAtMs, domains, updatePrice, onKeep, onDrop }: UpdatePartProps) {
  const engine = useSheet();
  const { price, readAgain } = updatePrice;
  const update = useUpdate();
  const freshAtMs = doneAtMs + VIEWS_LAG_MS;
  const run = async ({ credits }: CompanyPrice): Promise<void> => {
    const answered = await update.run(domains, credits, doneAtMs);
    if (answered > 0) onKeep({ ...rescan, updatedAtMs: await engine.host.ports.client.now() });
    readAgain();
  };
  return (
    <>
      {domains.length > 0 && <p class="hint">{toLagText(rescan.updatedAtMs, freshAtMs)}</p>}
      <div class="buttons">
        {domains.length > 0 && price !== null && (
          <PressButton isMain isOff={update.isBusy} onPress={() => void run(price)}>
            {toUpdateLabel(domains.length, price)}
          </PressButton>
        )}
        <PressButton isOff={update.isBusy} onPress={onDrop}>
          Dismiss
        </PressButton>
      </div>
      <Outcome {...update} problem={update.problem || updatePrice.problem} />
      {update.changes.length > 0 && <WhatChanged changes={update.changes} />}
    </>
  );
}

/** How much of the new data the answers can show already. */
function toLagText(updatedAtMs: number | null, freshAtMs: number): string {
  if (updatedAtMs === null) return `New data may take up to an hour: until ${toClock(freshAtMs)}.`;
  const last = `Last updated at ${toClock(updatedAtMs)}.`;
  return updatedAtMs < freshAtMs ? `${last} Update once more after ${toClock(freshAtMs)}.` : last;
}

/** The service says when to check next; it is not asked earlier. */
function toNextCheck({ parts }: KeptRescan['record']): string {
  const times = parts.flatMap(({ is, checkAfterMs }) => (is === 'running' ? [checkAfterMs] : []));
  return `Next check at ${toClock(Math.min(...times))}, while this tab is open.`;
}

/** In the person's own time zone. */
function toClock(ms: number): string {
  return new Date(ms).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
}
