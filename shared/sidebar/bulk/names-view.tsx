import { useState } from 'preact/hooks';
import { findDomains, priceOfNames, readNames, type FoundDomains } from '../../bulk/find-domains';
import { placeDomains, removeDomains, type PlacedDomains } from '../../bulk/place-domains';
import type { Looked } from '../../bulk/look';
import { CreditsField, CreditsProblem } from '../credits-field';
import { count } from '../count';
import { useCreditsEntry } from '../use-credits-entry';
import type { BulkEngine, Ended } from './bulk-engine';
import { toCreditsText, toRunText } from './bulk-text';
import { MatchList } from './match-list';
import { MAX_AGE_MS } from './use-choosing';

const CAP = 'names-cap';

interface Props {
  readonly engine: BulkEngine;
  readonly looked: Looked;
  /** With the column that has the domains now, from 0. */
  readonly onPlaced: (column: number) => void;
}

/** Names of companies: their domains are searched at a price, and written where a person confirms each match. */
export function NamesView({ engine, looked, onPlaced }: Props) {
  const names = readNames(looked.triage.rows);
  const most = priceOfNames(names);
  const [limit, setLimit] = useState<number | null>(most);
  const cap = useCreditsEntry(most, 1, setLimit);
  const [found, setFound] = useState<FoundDomains | null>(null);
  const [placed, setPlaced] = useState<PlacedDomains | null>(null);
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const column = {
    sheet: looked.area.sheet,
    column: looked.column,
    headerRow: looked.triage.header?.row ?? null,
  };
  async function doing<T>(words: string, task: () => Promise<Ended<T>>, then: (value: T) => void): Promise<void> {
    setBusy(true);
    setProblem('');
    setSaid(words);
    const ended = await task();
    setBusy(false);
    setSaid('');
    if (ended.ok) then(ended.value);
    else setProblem(ended.error.message);
  }
  const search = (): Promise<void> =>
    doing(
      'Searching…',
      () =>
        engine.do(
          () => findDomains(names, { cap: limit ?? most, maxAgeMs: MAX_AGE_MS }),
          (event) =>
            event.is === 'progress' && setSaid(`Searched ${toRunText(event.progress).replace('rows', 'names')}`),
        ),
      setFound,
    );
  return (
    <>
      <h3>These look like names</h3>
      <p>
        Trace looks companies up by domain. It can search the {count(names.length, 'name', 'names')} first and offer
        what it finds; you confirm each match before anything is written.
      </p>
      {found === null && (
        <>
          <p class="waiting">At most {toCreditsText(most)}: up to three companies found for each name.</p>
          <div class="choice">
            <label for={CAP}>Limit for this search</label>
            <CreditsField
              id={CAP}
              name="Limit for this search, in credits"
              text={cap.text}
              problem={cap.problem}
              onType={cap.type}
              onEntered={cap.enter}
            />
            <span>credits</span>
          </div>
          <CreditsProblem id={CAP} problem={cap.problem} />
        </>
      )}
      <div class="buttons">
        {found === null && !isBusy && (
          <button type="button" class="main" disabled={names.length === 0} onClick={() => void search()}>
            Find domains of {count(names.length, 'name', 'names')}
          </button>
        )}
        {isBusy && found === null && (
          <button type="button" onClick={() => (engine.wish = 'stop')}>
            Stop
          </button>
        )}
      </div>
      {found !== null && placed === null && (
        <MatchList
          found={found}
          isBusy={isBusy}
          onConfirm={(confirmed) =>
            void doing('Writing the domains…', () => engine.do(() => placeDomains(column, confirmed)), setPlaced)
          }
        />
      )}
      {placed !== null && (
        <>
          <p class="waiting is-set">
            {count(placed.placed.length, 'domain is', 'domains are')} written.
            {placed.moved.length > 0 && ` ${count(placed.moved.length, 'row holds', 'rows hold')} another name by now.`}
          </p>
          <div class="buttons">
            <button type="button" class="main" disabled={isBusy} onClick={() => onPlaced(placed.column)}>
              Enrich these domains
            </button>
            <button
              type="button"
              disabled={isBusy}
              onClick={() =>
                void doing(
                  'Taking the domains away…',
                  () => engine.do(() => removeDomains(column, placed)),
                  () => setPlaced(null),
                )
              }
            >
              Undo
            </button>
          </div>
        </>
      )}
      <p role="status" class={isBusy ? 'is-busy' : ''}>
        {said}
      </p>
      <p role="alert" class="problem">
        {problem}
      </p>
    </>
  );
}
