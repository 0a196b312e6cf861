import { say } from '../../errors/say';
import { useEffect, useState } from 'preact/hooks';
import { findDomains, namesLeft, readNames, withMore, type FoundDomains } from '../../enrich/names/search-companies';
import { keepEnrichment, undoEnrichment } from '../../enrich/enrichment';
import type { Undone } from '../../enrich/undo/undo';
import { writeDomains, type WrittenDomains } from '../../enrich/write-domains';
import type { SelectedColumn } from '../../enrich/plan/selection';
import { count, plural } from '../common/words';
import { Outcome } from '../common/outcome';
import { Arrival } from './arrival';
import type { Attempted } from './bulk-engine';
import { toSearchedText } from './bulk-text';
import { MatchList } from './match-list';
import { NameSearch } from './name-search';
import { PressButton } from './press-button';
import { DEFAULT_MAX_AGE_MS } from '../../cells/options';
import { useSheet } from '../common/sheet';

interface Props {
  readonly selected: SelectedColumn;
  /** The column that has the domains now, from 0. */
  readonly onWritten: (column: number) => void;
  /** For rows that already name companies by slugs or domains. */
  readonly onAsTheyAre: () => void;
  /** Whether there is anything that was paid for, or is under way. */
  readonly onHeld: (isHeld: boolean) => void;
}

/**
 * Names of companies: searching their domains costs credits, and a domain is written once the user confirms the match.
 */
export function NamesView({ selected, onWritten, onAsTheyAre, onHeld }: Props) {
  const engine = useSheet();
  const { triage, area } = selected;
  const names = readNames(triage.rows);
  const usable = triage.domains + triage.urls + triage.emails + triage.slugs;
  const [found, setFound] = useState<FoundDomains | null>(null);
  const [written, setWritten] = useState<WrittenDomains | null>(null);
  const [doing, setDoing] = useState<'search' | 'write' | null>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  useEffect(() => onHeld(found !== null || written !== null || doing !== null), [found, written, doing]);
  useEffect(() => () => onHeld(false), []);
  const column = { sheet: area.sheet, column: selected.column, headerRow: triage.header?.row ?? null };
  const rest = found === null ? names : namesLeft(names, found.matches);
  async function act<T>(words: string, task: () => Promise<Attempted<T>>, then: (value: T) => void): Promise<void> {
    setProblem('');
    setSaid(words);
    const ended = await task();
    setDoing(null);
    setSaid('');
    if (ended.ok) then(ended.value);
    else setProblem(say(ended.error, 'run'));
  }
  const search = (cap: number): void => {
    setDoing('search');
    const ended = () =>
      engine.do(
        (ports) => findDomains(ports, rest, { cap, maxAgeMs: DEFAULT_MAX_AGE_MS }),
        (event) => event.is === 'progress' && setSaid(toSearchedText(event.progress)),
      );
    void act('Searching…', ended, (more) => setFound(found === null ? more : withMore(found, more)));
  };
  const undo = (): void => {
    setDoing('write');
    void act(
      'Removing the domains…',
      () => engine.do(undoEnrichment),
      (undone) => {
        setWritten(null);
        setSaid(toUndoneText(undone));
      },
    );
  };
  // There is one enrichment at a time, and the domains are one.
  const keep = (column: number): void => {
    setDoing('write');
    void act(
      'Removing the record…',
      () => engine.do(keepEnrichment),
      () => onWritten(column),
    );
  };
  const show = (ended: WrittenDomains): void => {
    if (ended.written > 0) setWritten(ended);
    else setProblem([toWrittenText(ended), ended.why === null ? '' : say(ended.why, 'run')].join(' ').trim());
  };
  const isBusy = doing !== null;
  return (
    <>
      <h3>These look like names</h3>
      <p>Trace needs domains. It can search the {count(names.length, 'name', 'names')}, and you confirm each match.</p>
      {usable > 0 && written === null && (
        <p class="note">
          {count(usable, 'row names', 'rows name')} a company already.{' '}
          <button type="button" class="link" onClick={onAsTheyAre}>
            Add columns to {plural(usable, 'it', 'them')} without a search
          </button>
        </p>
      )}
      {found !== null && written === null && (
        <MatchList
          found={found}
          isBusy={isBusy}
          onConfirm={(confirmed) => {
            setDoing('write');
            void act('Writing the domains…', () => engine.do((ports) => writeDomains(ports, column, confirmed)), show);
          }}
        />
      )}
      {written === null && (found === null || rest.length > 0) && (
        <NameSearch
          key={rest.length}
          names={rest}
          isRest={found !== null}
          isBusy={isBusy}
          onSearch={search}
          onStop={() => (engine.wish = 'stop')}
        />
      )}
      {written !== null && (
        <>
          <Arrival look="waiting is-set">{toWrittenText(written)}</Arrival>
          {written.why !== null && <p class="problem">{say(written.why, 'run')}</p>}
          <div class="buttons">
            {written.written > 0 && (
              <PressButton isMain isOff={isBusy} onPress={() => keep(written.column)}>
                Keep and enrich these domains
              </PressButton>
            )}
            <PressButton isOff={isBusy} onPress={undo}>
              Undo
            </PressButton>
          </div>
        </>
      )}
      <Outcome isBusy={isBusy} said={said} problem={problem} />
    </>
  );
}

function toWrittenText({ written, missing, refused }: WrittenDomains): string {
  return [
    `${count(written, 'domain is', 'domains are')} written.`,
    ...(missing > 0 ? [`${count(missing, 'name is', 'names are')} no longer in the column.`] : []),
    ...(refused > 0 ? [`${count(refused, 'cell', 'cells')} could not be written.`] : []),
  ].join(' ');
}

function toUndoneText({ restored, edited, left, noPlace }: Undone): string {
  const gone = `${count(restored, 'domain is', 'domains are')} removed.`;
  const stay = edited + left.length + noPlace.length;
  if (stay === 0) return gone;
  return `${gone} ${count(stay, 'domain stays', 'domains stay')}: edited, protected, or beside another name now.`;
}
