import { domainsOf } from '../companies';
import { useState, useEffect, useRef } from 'preact/hooks';
import type { SelectedColumn } from '../../../enrich/plan/selection';
import { CellList } from '../cell-list';
import { PressButton } from '../press-button';
import { toSkippedGroups, toSourceCounts, toSourceHints, toSourceText } from './source-text';
import { count, columnName } from '../words';
import { readSelected, readSelecting, toUnreadText, type Selecting } from './selection-reading';
import { needsReadButton, useFollowing } from './use-following';
import { useSheet } from '../sheet';

interface CompaniesSelected {
  readonly source: SelectedDomains;
  /** As many as can be sent at once. */
  readonly domains: readonly string[];
  /** How many there are. */
  readonly all: number;
}

/** The selected companies. @param isOn whether the user sees them @param most can be sent at once */
export function useSelectedCompanies(isOn: boolean, most: number): CompaniesSelected {
  const source = useSelected(isOn);
  const { domains } = source.selected === null ? { domains: [] } : domainsOf(source.selected);
  return { source, domains: domains.slice(0, most), all: domains.length };
}

interface SelectedCompaniesProps {
  /** Tells it from others on the page. */
  readonly id: string;
  readonly companies: CompaniesSelected;
  /** What one selected cell stands for; absent: its whole column. */
  readonly oneCell?: string;
}

/** Where they are, what happens to each row, and whether only some are sent. */
export function SelectedCompanies({ id, companies: { source, domains, all }, oneCell }: SelectedCompaniesProps) {
  return (
    <>
      <SelectedSource id={id} source={source} {...(oneCell === undefined ? {} : { oneCell })} />
      {all > domains.length && (
        <p class="hint">The first {domains.length.toLocaleString('en-US')} are used. Select the others afterwards.</p>
      )}
    </>
  );
}

interface SelectedSourceProps {
  /** Tells it from others on the page. */
  readonly id: string;
  readonly source: SelectedDomains;
  /** What one selected cell stands for; absent: its whole column. */
  readonly oneCell?: string;
}

/** Where the selected companies are, and what would happen to each row. */
function SelectedSource({ id, source, oneCell }: SelectedSourceProps) {
  const { host } = useSheet();
  const { selected, areas, problem, isReading, read } = source;
  return (
    <>
      {selected === null ? (
        <p class="hint">{problem === '' ? 'Select your column of company domains. Reading it is free.' : problem}</p>
      ) : (
        <>
          <p class="source">
            <b>{toSourceText(selected)}</b>
          </p>
          {toSourceHints(selected, areas, false, oneCell).map((hint) => (
            <p key={hint} class="hint">
              {hint}
            </p>
          ))}
          <Chips id={id} selected={selected} />
          {selected.columns.length > 1 && (
            <label>
              Column of companies
              <select value={selected.column} onChange={({ currentTarget }) => read(Number(currentTarget.value))}>
                {selected.columns.map((each) => (
                  <option key={each.column} value={each.column}>
                    {columnName(each.column)}: {each.title}
                  </option>
                ))}
              </select>
            </label>
          )}
        </>
      )}
      {needsReadButton(host, problem) && (
        <div class="buttons">
          <PressButton isOff={isReading} onPress={() => read()}>
            Read selection
          </PressButton>
        </div>
      )}
    </>
  );
}

function Chips({ id, selected }: Pick<SelectedSourceProps, 'id'> & { readonly selected: SelectedColumn }) {
  const { host } = useSheet();
  const [isOpen, setOpen] = useState(false);
  const { duplicates, names, skipped } = toSourceCounts(selected);
  const { domains, slugs } = domainsOf(selected);
  return (
    <>
      <div class="chips">
        <span class="chip is-good">{domains.length.toLocaleString('en-US')} ready</span>
        {duplicates > 0 && <span class="chip">{count(duplicates, 'duplicate', 'duplicates')}</span>}
        {slugs > 0 && <span class="chip">{slugs.toLocaleString('en-US')} without a domain</span>}
        {names > 0 && <span class="chip">{count(names, 'name', 'names')}</span>}
        {skipped > 0 && (
          <button
            type="button"
            class="chip"
            aria-expanded={isOpen}
            aria-controls={`${id}-skipped`}
            onClick={() => setOpen(!isOpen)}
          >
            {skipped.toLocaleString('en-US')} skipped
          </button>
        )}
      </div>
      {names > 0 && <p class="hint">These look like company names. Find their domains in Enrich, then come back.</p>}
      <div id={`${id}-skipped`} hidden={!isOpen || skipped === 0}>
        {isOpen &&
          toSkippedGroups(selected).map(({ title, cells }) => (
            <CellList key={title} host={host} sheet={selected.area.sheet} title={title} cells={cells} canShowAll />
          ))}
      </div>
    </>
  );
}

interface SelectedState {
  readonly isReading: boolean;
  readonly selected: SelectedColumn | null;
  /** How many areas are selected. */
  readonly areas: number;
  /** Why there are no domains, as a sentence; `''`: there are, or nothing was read. */
  readonly problem: string;
}

interface SelectedDomains extends SelectedState {
  readonly read: (column?: number) => void;
}

const NOTHING: SelectedState = { isReading: false, selected: null, areas: 1, problem: '' };

/** Reads the selected column, for free, and again when the selection changes. @param isOn whether the user sees it */
function useSelected(isOn: boolean): SelectedDomains {
  const engine = useSheet();
  const [state, setState] = useState(NOTHING);
  const newest = useRef(0);
  const apply = async (selecting: Selecting, column: number | null): Promise<void> => {
    newest.current += 1;
    const own = newest.current;
    note(selecting);
    const reading = await readSelected(engine, selecting, column);
    if (own !== newest.current) return;
    setState(
      reading.is === 'column'
        ? { isReading: false, selected: reading.of, areas: reading.areas, problem: '' }
        : { ...NOTHING, problem: toUnreadText(reading) },
    );
  };
  const note = useFollowing(isOn, (selecting) => void apply(selecting, null));
  useEffect(() => () => void (newest.current += 1), []);
  const read = async (column?: number): Promise<void> => {
    setState((before) => ({ ...before, isReading: true }));
    newest.current += 1;
    const own = newest.current;
    const selecting = await readSelecting(engine);
    if (own === newest.current) await apply(selecting, column ?? null);
  };
  return { ...state, read: (column) => void read(column) };
}
