/** Ports that read what is saved, or ask nothing of the file and its stores. All others wait for the check. */
const FREE: ReadonlySet<string> = new Set(['openCache', 'cacheGet', 'now', 'random', 'sleep']);

/**
 * The ports of a formula, which answer what is saved anywhere, and everything else only in a cell. `google.script.run`
 * calls any function by its name, with the properties of whoever has the page open: it would book under another
 * account than the owner's, so that the owner's daily count starts again, and leave answers that the owner's formulas
 * believe.
 */
export function onlyInCells<P extends object>(ports: P): P {
  let isCell = false;
  const checked = Object.entries(ports).map(([name, port]: [string, (asked: unknown) => unknown]) => {
    if (FREE.has(name)) return [name, port] as const;
    const inCell = (asked: unknown): unknown => {
      if (!isCell) requireCell();
      isCell = true;
      return port(asked);
    };
    return [name, inCell] as const;
  });
  return Object.fromEntries(checked) as P;
}

/** Google has a user interface everywhere but in cells: https://developers.google.com/apps-script/guides/sheets/functions. */
function requireCell(): void {
  try {
    SpreadsheetApp.getUi();
  } catch {
    return;
  }
  throw new Error('Only a cell may calculate a formula.');
}
