import type { BulkHost } from '../bulk-host';
import { columnName, toPlaceText, toTriageFigures } from './bulk-text';
import { CellList } from './cell-list';
import type { ChooseState } from './choose-state';
import { Figures } from './figures';

interface Props {
  readonly host: BulkHost;
  readonly state: ChooseState;
  readonly onLook: (column?: number) => void;
}

/** What is selected, and what it holds. */
export function SelectionView({ host, state, onLook }: Props) {
  const { looked, errand, isOtherSelected } = state;
  const isBusy = errand !== null;
  const again = (
    <button
      type="button"
      class={looked === null ? 'main' : ''}
      disabled={errand === 'looking'}
      onClick={() => onLook()}
    >
      {looked === null ? 'Read the selection' : isOtherSelected ? 'Use the new selection' : 'Read the selection again'}
    </button>
  );
  if (looked === null) {
    return (
      <>
        <p>Select the cells, the column or the table with your companies. Reading it costs nothing.</p>
        {again}
      </>
    );
  }
  const { column, columns, triage, area } = looked;
  const unusable = triage.unusable.map(({ row, given, sentence }) => ({ row, column, text: `${given}: ${sentence}` }));
  return (
    <>
      <p>{toPlaceText(looked)}</p>
      {columns.length > 1 && (
        <label>
          Column with the companies
          <select
            value={column}
            disabled={isBusy}
            onChange={({ currentTarget }) => onLook(Number(currentTarget.value))}
          >
            {columns.map((each) => (
              <option key={each.column} value={each.column}>
                {columnName(each.column)}: {each.title}
              </option>
            ))}
          </select>
        </label>
      )}
      <Figures of={toTriageFigures(triage)} />
      <CellList
        host={host}
        sheet={area.sheet}
        title={`Which ones are not usable (${unusable.length.toLocaleString('en-US')})`}
        cells={triage.looksLikeNames ? [] : unusable}
      />
      <div class="buttons">{again}</div>
    </>
  );
}
