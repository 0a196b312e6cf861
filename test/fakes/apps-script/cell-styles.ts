import type { Run } from './run';
import type { Area, SheetLayout } from './sheet-layout';
import type { Pending } from './pending';

/** Google's defaults for an unformatted cell, and the other values it accepts. */
const STYLES: Readonly<Record<string, { readonly usual: string; readonly accepts: RegExp }>> = {
  FontWeight: { usual: 'normal', accepts: /^(bold|normal)$/ },
  FontColor: { usual: '#000000', accepts: /^#[0-9a-f]{6}$/ },
  Background: { usual: '#ffffff', accepts: /^#[0-9a-f]{6}$/ },
  HorizontalAlignment: { usual: 'general-left', accepts: /^(left|center|right|normal)$/ },
  VerticalAlignment: { usual: 'bottom', accepts: /^(top|middle|bottom)$/ },
};

const NAMED = Object.entries(STYLES).map(
  ([name, style]) => [name, { ...style, getter: `get${name}`, setter: `set${name}` }] as const,
);

/** The styles of a range of one cell; `null` resets each: https://developers.google.com/apps-script/reference/spreadsheet/range. */
export function makeStyles(
  run: Run,
  layout: SheetLayout,
  { row, column }: Area,
  pending: Pending,
  isProtected: () => boolean,
): object {
  const at = `${row}:${column}`;
  const styles: Record<string, (word?: unknown) => string | void> = {};
  for (const [name, { usual, accepts, getter, setter }] of NAMED) {
    styles[getter] = () => {
      run.call(`Range.${getter}`, 'document');
      pending.flush();
      return layout.styles.get(at)?.get(name) ?? usual;
    };
    styles[setter] = (word) => {
      run.call(`Range.${setter}`, 'documentWrite');
      if (word !== null && !(typeof word === 'string' && accepts.test(word)))
        run.fail(`Invalid argument: ${String(word)}`);
      if (isProtected() && run.user !== 'owner') run.fail('You are trying to edit a protected cell or object.');
      const style = new Map(layout.styles.get(at));
      if (word === null) style.delete(name);
      else style.set(name, word as string);
      if (style.size === 0) layout.styles.delete(at);
      else layout.styles.set(at, style);
    };
  }
  return styles;
}
