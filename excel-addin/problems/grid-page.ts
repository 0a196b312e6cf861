import type { Explained, PanelMessages } from '../../shared/ports';

/** What the page of a grid tells, which runs the add-in beside its cells. Excel has no such page. */
interface GridPage {
  /** What cells say, also those that were calculated before the panel was opened. */
  readonly problems: () => PanelMessages['problems']['value'];
  /** What the grid itself knows about the selected cell; `null`: nothing. */
  readonly explain: () => Explained | null;
  /** Calls back when the selected cell may show something else. Returns a function that unsubscribes. */
  readonly onChange: (callback: () => void) => () => void;
  /** The id of the element in which the selected cell is explained. */
  readonly line: string;
  /** Begins to edit the selected cell. */
  readonly editCell: () => void;
  /** Shows the panel if it is hidden. */
  readonly showPanel: () => void;
}

const GRID_PAGE = Symbol.for('trace.gridPage');
const page = globalThis as { [GRID_PAGE]?: GridPage };

export function readGridPage(): GridPage | undefined {
  return page[GRID_PAGE];
}
