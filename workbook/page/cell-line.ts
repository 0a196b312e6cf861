import type { FUniver } from '@univerjs/core/facade';
import { SetSelectionsOperation, SetWorksheetActiveOperation } from '@univerjs/preset-sheets-core';
import { createElement } from 'react';
import type { PanelMessages } from '../../shared/ports';
import { editActiveCell, explainActiveCell } from './cell-explanation';
import type { Invocations } from '../functions/invocations';
import { showPanel } from './panel-toggle';

/** The id of the line under the formula bar, in which the panel's script explains the selected cell. */
export const CELL_LINE_ID = 'cell-sentence';
/** Every way of choosing a cell ends in one of these; the facade's `SelectionChanged` misses some of them. */
const CHOOSES_CELL: readonly string[] = [SetSelectionsOperation.id, SetWorksheetActiveOperation.id];

/** Where the panel's script finds what only the grid knows. */
const GRID_PAGE = Symbol.for('trace.gridPage');

interface Told {
  readonly api: FUniver;
  /** Absent while the functions load. */
  readonly invocations: () => Invocations | undefined;
  readonly functionNames: () => readonly string[];
  readonly problems: () => PanelMessages['problems']['value'];
}

interface CellLine {
  /** Call when the selected cell may show something else, as while answers arrive. */
  readonly tell: () => void;
  /** Shows the line, once there is a workbook. */
  readonly show: () => void;
}

/** Lets the panel's script read what the grid knows about the selected cell. Called before that script runs. */
export function makeCellLine({ api, invocations, functionNames, problems }: Told): CellLine {
  const callbacks = new Set<() => void>();
  const tell = (): void => {
    for (const callback of callbacks) callback();
  };
  Object.assign(globalThis, {
    [GRID_PAGE]: {
      line: CELL_LINE_ID,
      problems,
      explain: () => {
        const known = invocations();
        return known === undefined ? null : explainActiveCell(api, known, functionNames());
      },
      onChange(callback: () => void) {
        callbacks.add(callback);
        return () => void callbacks.delete(callback);
      },
      editCell: () => editActiveCell(api),
      showPanel,
    },
  });
  return {
    tell,
    show() {
      api.registerUIPart(api.Enum.BuiltInUIPart.HEADER, Line);
      api.addEvent(api.Event.CommandExecuted, ({ id }) => {
        if (CHOOSES_CELL.includes(id)) tell();
      });
      api.getFormula().calculationResultApplied(tell);
    },
  };
}

/** The grid is drawn by React, so the line is one of its parts; the panel's script writes its contents. */
function Line(): unknown {
  return createElement('div', { id: CELL_LINE_ID, role: 'status', tabIndex: '0', 'aria-label': 'About this cell' });
}
