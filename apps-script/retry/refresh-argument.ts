import { FUNCTIONS } from '../../shared/formulas';

/** The added argument includes the separators before it, since it follows all arguments that a function has. */
const TOKEN = /[,;]+"refresh=[0-9a-f]{8}"(?=\))|"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.])TRACE_[A-Z_]+\s*\(|[(){},;]/gi;

/**
 * Adds an argument to each Trace call that all functions ignore: Google passes a script more arguments than it
 * declares, and reportedly recalculates a call only if one of them has changed
 * (https://developers.google.com/apps-script/guides/sheets/functions).
 *
 * @param token eight hexadecimal digits
 */
export function withRefresh(formula: string, token: string): string {
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '');
  const separator = /;/.test(bare) && !/\{/.test(bare) ? ';' : /,/.test(bare) ? ',' : ';';
  return rewrite(formula, (missing) => `${separator.repeat(missing)}"refresh=${token}"`);
}

/** The formula without such arguments. What users write themselves is among the regular arguments, and stays. */
export function withoutRefresh(formula: string): string {
  return rewrite(formula);
}

/**
 * @param toAdded the text to add to a call, given how many separators it still needs; absent: added arguments are
 * removed
 */
function rewrite(formula: string, toAdded?: (missing: number) => string): string {
  /** For each open parenthesis: how many separators a call still needs; 0: it is not a Trace call. */
  const open: number[] = [];
  return formula.replace(TOKEN, (token) => {
    const last = open.length - 1;
    if (/[({]$/.test(token)) {
      const id = token.slice(0, -1).trim().toUpperCase();
      open.push(FUNCTIONS.find((each) => each.id === id)?.params.length ?? 0);
    } else if (/^[)}]/.test(token)) {
      const missing = open.pop() ?? 0;
      return missing === 0 || toAdded === undefined ? token : `${toAdded(missing)})`;
    } else if (/^[,;]/.test(token)) {
      const separators = token.lastIndexOf('"refresh');
      if (separators === open[last] && toAdded === undefined) return '';
      if (open[last]! > 1) open[last] = Math.max(1, open[last]! - Math.max(1, separators));
    }
    return token;
  });
}
