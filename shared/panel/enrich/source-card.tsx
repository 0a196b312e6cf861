import { useMemo } from 'preact/hooks';
import type { SelectedColumn } from '../../enrich/plan/selection';
import { readNames } from '../../enrich/names/search-companies';
import { count, isolated } from '../common/words';
import { NotTrackedList } from '../cell/not-tracked-list';
import type { ChooseState } from './choose/choose-state';
import { PressButton } from '../common/press-button';
import { SourceChips, SourceColumn } from '../common/selection/source-chips';
import { toSourceCounts, toSourceHints, toSourceText } from '../common/selection/source-text';
import { needsReadButton } from '../common/selection/use-following';
import { useSheet } from '../common/sheet';
import { Said, Sentences } from '../common/outcome';

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
      <Said style="hint">{aside}</Said>
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
  const { column, triage } = selected;
  // The rows may be many, and the card is drawn at each key.
  const names = useMemo(() => (triage.isOther || triage.names === 0 ? 0 : readNames(triage).length), [triage]);
  const { areas } = state;
  return (
    <>
      <h3 class="source">{toSourceText(selected)}</h3>
      <Sentences class="hint" of={toSourceHints(selected, areas, true)} />
      {triage.isOther && (
        <p>“{isolated(triage.header?.title.trim() ?? '')}” is not a column of companies. Select a column of domains.</p>
      )}
      <SourceChips id="source" selected={selected} ready={toSourceCounts(selected).ready} />
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
      <SourceColumn selected={selected} onRead={onRead} />
    </>
  );
}
