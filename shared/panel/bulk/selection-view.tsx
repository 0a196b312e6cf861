import type { BulkHost } from '../bulk-host';
import { count } from '../count';
import { columnName, toPlaceText, toTriageFigures } from './bulk-text';
import { CellList } from './cell-list';
import type { ChooseState } from './choose-state';
import { Figures } from './figures';
import { PressButton } from './press-button';

interface Props {
  readonly host: Pick<BulkHost, 'showCell'>;
  readonly state: ChooseState;
  readonly onLook: (column?: number) => void;
}

/** The selection and its contents. */
export function SelectionView({ host, state, onLook }: Props) {
  const { selected, errand, isOtherSelected, aside } = state;
  return (
    <>
      {selected === null ? (
        <p>Select your column of company domains. Reading it is free.</p>
      ) : (
        <WhatIsThere host={host} state={state} selected={selected} onLook={onLook} />
      )}
      <p class="hint" role="status">
        {aside}
      </p>
      <div class="buttons">
        <PressButton isMain={selected === null} isOff={errand === 'looking'} onPress={() => onLook()}>
          {isOtherSelected && selected !== null ? 'Use the new selection' : 'Read selection'}
        </PressButton>
      </div>
    </>
  );
}

function WhatIsThere({ host, state, selected, onLook }: Props & { selected: NonNullable<ChooseState['selected']> }) {
  const { column, columns, triage, area } = selected;
  const { enriched } = state;
  const unusable = triage.unusable.map(({ row, given, sentence }) => ({ row, column, text: `${given}: ${sentence}` }));
  const first = (triage.rows[0]?.row ?? area.row) + 1;
  return (
    <>
      <p>{toPlaceText(selected)}</p>
      {triage.header === null && (
        <p class="hint">
          Row {first} counts as a company, so new columns get no titles.
          {first > 1 && ' Is there a title? Select it too.'}
        </p>
      )}
      {columns.length > 1 && (
        <label>
          Column of companies
          <select value={column} onChange={({ currentTarget }) => onLook(Number(currentTarget.value))}>
            {columns.map((each) => (
              <option key={each.column} value={each.column}>
                {columnName(each.column)}: {each.title}
              </option>
            ))}
          </select>
        </label>
      )}
      <Figures of={toTriageFigures(triage)} />
      {enriched !== null && enriched.rows > 0 && (
        <p class="hint">
          {count(enriched.rows, 'row already has', 'rows already have')} values in Trace columns:{' '}
          {enriched.titles.join(', ')}.
        </p>
      )}
      <CellList
        host={host}
        sheet={area.sheet}
        title={`Rows without a usable domain (${unusable.length.toLocaleString('en-US')})`}
        cells={triage.looksLikeNames ? [] : unusable}
      />
    </>
  );
}
