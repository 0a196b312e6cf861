import { button, element } from '../page/element';
import type { Grid } from '../grid/grid';
import { loadLateParts } from '../page/late-parts';
import type { OpenWorkbook } from '../sheets/open-workbook';

/** Open CSV and Save CSV: their buttons and keys. */
export function addCsvCommands(grid: Grid, open: OpenWorkbook): void {
  const chosen = element('csv-file', HTMLInputElement);
  const choose = (): void => chosen.click();
  const save = (): void => void loadLateParts().then(({ saveCsv }) => saveCsv(grid));
  button('open-csv').addEventListener('click', choose);
  button('save-csv').addEventListener('click', save);
  chosen.addEventListener('change', () => {
    const [file] = chosen.files ?? [];
    // Emptied, so that the same file can be chosen again.
    if (file === undefined) return;
    void loadLateParts()
      .then(({ openCsv }) => openCsv(file, open))
      .finally(() => (chosen.value = ''));
  });
  addEventListener(
    'keydown',
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      const command = { o: choose, s: save }[event.key.toLowerCase()];
      if (command === undefined) return;
      event.preventDefault();
      command();
    },
    { capture: true },
  );
}
