import { domainsOf } from '../companies';
import { useState } from 'preact/hooks';
import type { SelectedColumn } from '../../../enrich/plan/selection';
import { PressButton } from '../press-button';
import { SourceChips, SourceColumn } from './source-chips';
import { toSourceCounts, toSourceHints, toSourceText } from './source-text';
import { readSelected, readSelecting, toUnreadText, type Selecting } from './selection-reading';
import { needsReadButton, useFollowing } from './use-following';
import { useSheet } from '../sheet';
import { useNewest } from '../late-answers';
import { Sentences } from '../outcome';

interface CompaniesSelected {
  readonly source: SelectedDomains;
  /** As many as can be sent at once. */
  readonly domains: readonly string[];
  /** How many there are. */
  readonly all: number;
  /** How many more companies are named by a slug. */
  readonly slugs: number;
}

/** The selected companies. @param isOn whether the user sees them @param most can be sent at once */
export function useSelectedCompanies(isOn: boolean, most: number): CompaniesSelected {
  const source = useSelected(isOn);
  const { domains, slugs } = source.selected === null ? { domains: [], slugs: 0 } : domainsOf(source.selected);
  return { source, domains: domains.slice(0, most), all: domains.length, slugs };
}

interface SelectedCompaniesProps {
  /** Tells it from others on the page. */
  readonly id: string;
  readonly companies: CompaniesSelected;
  /** What one selected cell stands for; absent: its whole column. */
  readonly oneCell?: string;
}

/** Where the selected companies are, what happens to each row, and whether only some are sent. */
export function SelectedCompanies({ id, companies: { source, domains, slugs, all }, oneCell }: SelectedCompaniesProps) {
  const { host } = useSheet();
  const { selected, areas, problem, isReading, read } = source;
  const names = selected === null ? 0 : toSourceCounts(selected).names;
  // A fragment would not do: Preact 10.9 can place what it shows later after the elements that follow it.
  return (
    <div>
      {selected === null ? (
        <p class="hint">{problem === '' ? 'Select your column of company domains. Reading it is free.' : problem}</p>
      ) : (
        <>
          <p class="source">
            <b>{toSourceText(selected)}</b>
          </p>
          <Sentences class="hint" of={toSourceHints(selected, areas, false, oneCell)} />
          <SourceChips id={id} selected={selected} ready={all} slugs={slugs} />
          {names > 0 && (
            <p class="hint">These look like company names. Find their domains in Enrich, then come back.</p>
          )}
          <SourceColumn selected={selected} onRead={read} />
        </>
      )}
      {needsReadButton(host, problem) && (
        <div class="buttons">
          <PressButton isOff={isReading} onPress={() => read()}>
            Read selection
          </PressButton>
        </div>
      )}
      {all > domains.length && (
        <p class="hint">The first {domains.length.toLocaleString('en-US')} are used. Select the others afterwards.</p>
      )}
    </div>
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
  const begin = useNewest();
  const apply = async (selecting: Selecting, column: number | null): Promise<void> => {
    const isNewest = begin();
    note(selecting);
    const reading = await readSelected(engine, selecting, column);
    if (!isNewest()) return;
    setState(
      reading.is === 'column'
        ? { isReading: false, selected: reading.of, areas: reading.areas, problem: '' }
        : { ...NOTHING, problem: toUnreadText(reading) },
    );
  };
  const note = useFollowing(isOn, (selecting) => void apply(selecting, null));
  const read = async (column?: number): Promise<void> => {
    setState((before) => ({ ...before, isReading: true }));
    const isNewest = begin();
    const selecting = await readSelecting(engine);
    if (isNewest()) await apply(selecting, column ?? null);
  };
  return { ...state, read: (column) => void read(column) };
}
