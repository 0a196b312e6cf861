import { useMemo, useState } from 'preact/hooks';
import type { SelectedColumn } from '../../enrich/plan/selection';
import { readNames } from '../../enrich/names/search-companies';
import { count, isolated, columnName } from '../common/words';
import { NotTrackedList } from '../cell/not-tracked-list';
import { CellList } from '../common/cell-list';
import type { ChooseState } from './choose/choose-state';
import { PressButton } from '../common/press-button';
import { toSkippedGroups, toSourceCounts, toSourceHints, toSourceText } from '../common/selection/source-text';
import { needsReadButton } from '../common/selection/use-following';
import { useSheet } from '../common/sheet';

interface Props {
  readonly state: ChooseState;
  readonly onRead: (column?: number) => void;
  /** Searches the domains of names; absent: that is under way. */
  readonly onFindNames?: () => void;
}

/** Where the companies are, and how many of the rows are ready. */
export function SourceCard({ state, onRead, onFindNames }: Props) {
  const { selected, errand, isOtherSelected, aside, problem } = state;
  const { host } = useSheet();
  const isOther = isOtherSelected && selected !== null;
  return (
    <>
      {selected === null ? (
        <p>Select your column of company domains. Reading it is free.</p>
      ) : (
        <Source state={state} selected={selected} onRead={onRead} onFindNames={onFindNames} />
      )}
      <p class="hint" role="status">
        {aside}
      </p>
      {(isOther || needsReadButton(host, problem)) && (
        <div class="buttons">
          <PressButton isMain={selected === null} isOff={errand === 'reading'} onPress={() => onRead()}>
            {isOther ? 'Use the new selection' : 'Read selection'}
          </PressButton>
        </div>
      )}
    </>
  );
}

interface SourceProps extends Omit<Props, 'onFindNames'> {
  readonly selected: SelectedColumn;
  readonly onFindNames: Props['onFindNames'] | undefined;
}

function Source({ state, selected, onRead, onFindNames }: SourceProps) {
  const { column, columns, triage } = selected;
  // The rows may be many, and the card is drawn at each key.
  const names = useMemo(() => (triage.isOther || triage.names === 0 ? 0 : readNames(triage).length), [triage]);
  const { areas } = state;
  return (
    <>
      <h3 class="source">{toSourceText(selected)}</h3>
      {toSourceHints(selected, areas, true).map((hint) => (
        <p key={hint} class="hint">
          {hint}
        </p>
      ))}
      {triage.isOther && (
        <p>“{isolated(triage.header?.title.trim() ?? '')}” is not a column of companies. Select a column of domains.</p>
      )}
      <Chips selected={selected} />
      <NotTrackedList
        sheet={selected.area.sheet}
        column={column}
        rows={triage.rows}
        onUsed={() => {
          onRead(column);
          return '';
        }}
      />
      {names > 0 && onFindNames !== undefined && (
        <div class="buttons">
          <PressButton onPress={onFindNames}>Find domains ({count(names, 'name', 'names')})</PressButton>
        </div>
      )}
      {columns.length > 1 && (
        <label>
          Column of companies
          <select value={column} onChange={({ currentTarget }) => onRead(Number(currentTarget.value))}>
            {columns.map((each) => (
              <option key={each.column} value={each.column}>
                {columnName(each.column)}: {each.title}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

/** The rows by what becomes of them. Those that are skipped open. */
function Chips({ selected }: { readonly selected: SelectedColumn }) {
  const engine = useSheet();
  const [isOpen, setOpen] = useState(false);
  const { ready, duplicates, names, skipped } = toSourceCounts(selected);
  const say = (rows: number): string => rows.toLocaleString('en-US');
  return (
    <>
      <div class="chips">
        {(ready > 0 || names === 0) && <span class="chip is-good">{say(ready)} ready</span>}
        {names > 0 && <span class="chip">{count(names, 'name', 'names')}</span>}
        {duplicates > 0 && <span class="chip">{count(duplicates, 'duplicate', 'duplicates')}</span>}
        {skipped > 0 && (
          <button
            type="button"
            class="chip"
            aria-expanded={isOpen}
            aria-controls="skipped-rows"
            onClick={() => setOpen(!isOpen)}
          >
            {say(skipped)} skipped
          </button>
        )}
      </div>
      <div id="skipped-rows" hidden={!isOpen || skipped === 0}>
        {isOpen &&
          toSkippedGroups(selected).map(({ title, cells }) => (
            <CellList key={title} host={engine} sheet={selected.area.sheet} title={title} cells={cells} canShowAll />
          ))}
      </div>
    </>
  );
}
