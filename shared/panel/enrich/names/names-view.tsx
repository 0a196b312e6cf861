import { say } from '../../../errors/say';
import { useEffect, useState, useRef } from 'preact/hooks';
import {
  findDomains,
  namesLeft,
  readNames,
  withMore,
  priceOfNames,
  type FoundDomains,
  type NamedCompany,
} from '../../../enrich/names/search-companies';
import { keepEnrichment, undoEnrichment } from '../../../enrich/enrichment';
import type { Undone } from '../../../enrich/undo/undo';
import { writeDomains, type ConfirmedDomain, type WrittenDomains } from '../../../enrich/write-domains';
import type { SelectedColumn } from '../../../enrich/plan/selection';
import { count, plural, toCreditsText } from '../../common/words';
import { Outcome, useErrand } from '../../common/outcome';
import { Arrival, MatchList } from './match-list';
import { toSearchedText } from '../run-text';
import { LinkButton, PressButton } from '../../common/press-button';
import { COMPARED_COMPANIES } from '../../../credits/action-prices';
import { DEFAULT_MAX_AGE_MS } from '../../../cells/options';
import { useSheet } from '../../common/sheet';
import { useCreditsEntry, CreditsLimit } from '../../common/fields/credits-field';

interface NamesViewProps {
  readonly selected: SelectedColumn;
  /** The column that has the domains now, from 0. */
  readonly onWritten: (column: number) => void;
  /** For rows that already name companies by slugs or domains. */
  readonly onAsTheyAre: () => void;
  /** Whether there is anything that was paid for, or is under way. */
  readonly onPaidWork: (hasPaidWork: boolean) => void;
}

/**
 * Names of companies: searching their domains costs credits, and a domain is written once the user confirms the match.
 */
export function NamesView({ selected, onWritten, onAsTheyAre, onPaidWork }: NamesViewProps) {
  const engine = useSheet();
  const { triage, area } = selected;
  const names = readNames(triage);
  const usable = triage.domains + triage.urls + triage.emails + triage.slugs;
  const [found, setFound] = useState<FoundDomains | null>(null);
  const [written, setWritten] = useState<WrittenDomains | null>(null);
  const errand = useErrand('run');
  const { isBusy } = errand;
  useEffect(() => onPaidWork(found !== null || written !== null || isBusy), [found, written, isBusy]);
  useEffect(() => () => onPaidWork(false), []);
  /** In a column of domains with some names, the new column has all of them. */
  const others = triage.looksLikeNames ? [] : domainsIn(triage.rows);
  const column = { sheet: area.sheet, column: selected.column, headerRow: triage.header?.row ?? null };
  const rest = found === null ? names : namesLeft(names, found.matches);
  const search = (cap: number): void => {
    const ended = () =>
      engine.do(
        (ports) => findDomains(ports, rest, { cap, maxAgeMs: DEFAULT_MAX_AGE_MS }),
        (event) => event.is === 'progress' && errand.begin(toSearchedText(event.progress)),
      );
    errand.run('Searching…', ended, (more) => setFound(found === null ? more : withMore(found, more)));
  };
  const undo = (): void => {
    errand.run(
      'Removing the domains…',
      () => engine.do(undoEnrichment),
      (undone) => {
        setWritten(null);
        errand.end(toUndoneText(undone));
      },
    );
  };
  // There is one enrichment at a time, and writing the domains is one.
  const keep = (column: number): void => {
    errand.run(
      'Removing the record…',
      () => engine.do(keepEnrichment),
      () => onWritten(column),
    );
  };
  const show = (ended: WrittenDomains): void => {
    if (ended.written > 0) setWritten(ended);
    else errand.fail([toWrittenText(ended), ended.why === null ? '' : say(ended.why, 'run')].join(' ').trim());
  };
  return (
    <>
      <h3>{triage.looksLikeNames ? 'These look like names' : 'Names instead of domains'}</h3>
      <p>Trace needs domains. It can search the {count(names.length, 'name', 'names')}, and you confirm each match.</p>
      {others.length > 0 && written === null && (
        <p class="hint">
          The new column also gets the {count(others.length, 'domain', 'domains')} of the other rows, so that it has all
          of them.
        </p>
      )}
      {usable > 0 && written === null && (
        <p class="note">
          {count(usable, 'row names', 'rows name')} a company already.{' '}
          <LinkButton onPress={onAsTheyAre}>Add columns to {plural(usable, 'it', 'them')} without a search</LinkButton>
        </p>
      )}
      {found !== null && written === null && (
        <MatchList
          found={found}
          isBusy={isBusy}
          onConfirm={(confirmed) => {
            const all = [...confirmed, ...others];
            errand.run('Writing the domains…', () => engine.do((ports) => writeDomains(ports, column, all)), show);
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
          <Arrival style="waiting is-set">{toWrittenText(written)}</Arrival>
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
      <Outcome {...errand} />
    </>
  );
}

/** The rows that name a company already. */
function domainsIn(rows: SelectedColumn['triage']['rows']): readonly ConfirmedDomain[] {
  return rows.flatMap(({ row, input }) =>
    input.is === 'company' ? [{ row, name: input.given, domain: input.identifier }] : [],
  );
}

function toWrittenText({ written, missing, refused }: WrittenDomains): string {
  return [
    `${count(written, 'domain is', 'domains are')} written.`,
    ...(missing > 0 ? [`${count(missing, 'name is', 'names are')} no longer in the column.`] : []),
    ...(refused > 0 ? [`${count(refused, 'cell', 'cells')} could not be written.`] : []),
  ].join(' ');
}

function toUndoneText({ restored, edited, unrestored, noPlace }: Undone): string {
  const gone = `${count(restored, 'domain is', 'domains are')} removed.`;
  const stay = edited + unrestored.length + noPlace.length;
  if (stay === 0) return gone;
  return `${gone} ${count(stay, 'domain stays', 'domains stay')}: edited, protected, or beside another name now.`;
}

const CAP = 'names-cap';

interface NameSearchProps {
  readonly names: readonly NamedCompany[];
  /** Whether some were searched before, and these are left. */
  readonly isRest: boolean;
  readonly isBusy: boolean;
  readonly onSearch: (cap: number) => void;
  readonly onStop: () => void;
}

/** The price of a search at most, its limit, and the button that starts it. */
function NameSearch({ names, isRest, isBusy, onSearch, onStop }: NameSearchProps) {
  const most = priceOfNames(names);
  const [limit, setLimit] = useState<number | null>(most);
  /** Set before the next render: the click that searches may enter what was typed. */
  const entered = useRef(limit);
  const cap = useCreditsEntry(limit, 1, (credits) => {
    entered.current = credits;
    setLimit(credits);
  });
  const search = (): void => {
    if (cap.commit()) onSearch(entered.current ?? most);
    else document.getElementById(CAP)?.focus();
  };
  return (
    <>
      <p class="waiting">
        Up to {toCreditsText(most)}: up to {COMPARED_COMPANIES} companies for each name.
      </p>
      <CreditsLimit id={CAP} label="Limit for this search" typing={cap} />
      <div class="buttons">
        <PressButton isMain isOff={isBusy || names.length === 0} onPress={search}>
          {isRest ? 'Search the ' : 'Find domains of '}
          {count(names.length, 'name', 'names')}
          {isRest ? ' left' : ''}
        </PressButton>
        {isBusy && <PressButton onPress={onStop}>Stop</PressButton>}
      </div>
    </>
  );
}
