import type { Run } from '../run';
import type { Area, SheetLayout } from './sheet-layout';
import type { Pending } from '../pending';

/** Google's defaults for an unformatted cell, and the other values it accepts. */
const STYLES: Readonly<Record<string, { readonly usual: string; readonly accepts: RegExp }>> = {
  FontWeight: { usual: 'normal', accepts: /^(bold|normal)$/ },
  FontColor: { usual: '#000000', accepts: /^#[0-9a-f]{6}$/ },
  FontSize: { usual: '10', accepts: /^[1-9]\d*$/ },
  Background: { usual: '#ffffff', accepts: /^#[0-9a-f]{6}$/ },
  HorizontalAlignment: { usual: 'general-left', accepts: /^(left|center|right|normal)$/ },
  VerticalAlignment: { usual: 'bottom', accepts: /^(top|middle|bottom)$/ },
};

const NAMED = Object.entries(STYLES).map(
  ([name, style]) => [name, { ...style, getter: `get${name}`, setter: `set${name}` }] as const,
);

/**
 * The styles of a range, of which those of its first cell can be read; `null` resets each:
 * https://developers.google.com/apps-script/reference/spreadsheet/range.
 */
export function makeStyles(
  run: Run,
  layout: SheetLayout,
  { row, column, rows, columns }: Area,
  pending: Pending,
  isProtected: () => boolean,
  toRange: () => object,
): object {
  const at = `${row}:${column}`;
  const styles: Record<string, (word?: unknown) => string | object> = {};
  for (const [name, { usual, accepts, getter, setter }] of NAMED) {
    styles[getter] = () => {
      run.call(`Range.${getter}`, 'document');
      pending.flush();
      return layout.styles.get(at)?.get(name) ?? usual;
    };
    styles[setter] = (word) => {
      run.call(`Range.${setter}`, 'documentWrite');
      const isOfKind = typeof word === (name === 'FontSize' ? 'number' : 'string');
      if (word !== null && !(isOfKind && accepts.test(String(word)))) run.fail(`Invalid argument: ${String(word)}`);
      if (isProtected() && run.user !== 'owner') run.fail('You are trying to edit a protected cell or object.');
      for (let index = 0; index < rows * columns; index += 1) {
        const cell = `${row + Math.floor(index / columns)}:${column + (index % columns)}`;
        const style = new Map(layout.styles.get(cell));
        if (word === null) style.delete(name);
        else style.set(name, String(word));
        if (style.size === 0) layout.styles.delete(cell);
        else layout.styles.set(cell, style);
      }
      return toRange();
    };
  }
  return styles;
}
