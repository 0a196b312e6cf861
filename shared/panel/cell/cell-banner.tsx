import { render } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { Icon } from '../common/icon';
import { PressButton } from '../common/press-button';
import { cellName } from '../common/words';
import type { ExploreParts } from '../explore';
import { useLoaded } from '../frame/loaded-tabs';
import { usePanel } from '../state/panel-state';
import type { SelectedCell } from './selected-cell';
import { useNotedCell } from './use-selected-cell';

interface Props {
  readonly load: () => Promise<ExploreParts>;
}

/**
 * What the selected cell is about, how old its answer is and what it cost, or its problem with the button that mends it:
 * in a line of the host's own, or else in a banner whose room is always there.
 */
export function CellBanner({ load }: Props) {
  const panel = usePanel();
  const { host, isOn, isWelcome } = panel;
  // The welcome asks for a key; until then the panel loads nothing that reads cells.
  const isFollowed = host.cellLine !== undefined || (isOn && !isWelcome);
  const [cell, setCell] = useState<SelectedCell | null>(null);
  useEffect(() => {
    setCell(null);
    return isFollowed ? host.onSelectedCell?.(setCell) : undefined;
  }, [host, isFollowed]);
  const parts = useLoaded(host.explore, load, isFollowed && cell !== null && cell.formula !== '');
  const noted = useNotedCell(panel, cell, parts);
  const body =
    cell === null ? null : <CellLine cell={cell} docs={host.docs} canEdit={host.editCell !== undefined} {...noted} />;
  useLayoutEffect(() => {
    const line = host.cellLine === undefined ? null : document.getElementById(host.cellLine);
    if (line !== null) render(body, line);
  });
  if (host.onSelectedCell === undefined || host.cellLine !== undefined || isWelcome) return null;
  return (
    <div
      class="cell-banner"
      role="status"
      tabIndex={-1}
      aria-label="Selected cell"
      data-is={noted.note?.is ?? 'nothing'}
    >
      {noted.note === null ? <p class="hint">Select a Trace cell to see its company, age and cost.</p> : body}
    </div>
  );
}

interface LineProps extends ReturnType<typeof useNotedCell> {
  readonly cell: SelectedCell;
  readonly docs: string | undefined;
  readonly canEdit: boolean;
}

function CellLine({ cell, docs, canEdit, note, isBusy, said, mend }: LineProps) {
  if (note === null) return null;
  const { fix, button, code } = note;
  const own = cell.explained?.action;
  const name = cellName(cell.row, cell.column);
  return (
    <>
      {note.is === 'problem' && <Icon name="warning" />}
      <strong>{name}</strong>
      <span>{said === '' ? note.text : said}</span>
      {docs !== undefined && code !== null && (
        <a href={`${docs}problems/${code}.html`} target="_blank" rel="noopener">
          Learn more
        </a>
      )}
      {fix !== null && (fix.is !== 'edit' || canEdit) && (
        <PressButton
          isOff={isBusy}
          onPress={(pressed) => {
            // The button disappears with its problem, which would send keyboard users to the top of the page.
            pressed.closest<HTMLElement>('[role=status]')?.focus();
            mend(fix);
          }}
        >
          {button}
        </PressButton>
      )}
      {own !== undefined && <PressButton onPress={own.run}>{own.label}</PressButton>}
    </>
  );
}
