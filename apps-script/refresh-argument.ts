import { FUNCTIONS } from '../shared/formulas';

/** With the separators before it, since it comes after all arguments that a function has. */
const ADDED = /[,;]+"refresh=[0-9a-f]{8}"(?=\))/g;
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.])TRACE_[A-Z_]+\s*\(|[(){},;]/gi;

/**
 * Adds an argument to each call of Trace that all functions ignore: Google gives a script more arguments than it asks
 * for, and some say that it calculates a call again only if one of them has changed
 * (https://developers.google.com/apps-script/guides/sheets/functions).
 *
 * @param mark eight hexadecimal digits
 */
export function withRefresh(formula: string, mark: string): string {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '');
  const separator = /;/.test(bare) && !/\{/.test(bare) ? ';' : /,/.test(bare) ? ',' : ';';
  /** For each open parenthesis: how many separators a call still needs; 0: it is none of ours. */
  const open: number[] = [];
  return formula.replace(TOKEN, (token) => {
    const last = open.length - 1;
    if (/[({]$/.test(token)) {
      const id = token.slice(0, -1).trim().toUpperCase();
      open.push(FUNCTIONS.find((each) => each.id === id)?.params.length ?? 0);
    } else if (/^[)}]/.test(token)) {
      const missing = open.pop() ?? 0;
      return missing === 0 ? token : `${separator.repeat(missing)}"refresh=${mark}")`;
    } else if (/^[,;]/.test(token) && open[last]! > 1) open[last]! -= 1;
    return token;
  });
}

/** The formula without such arguments. */
export function withoutRefresh(formula: string): string {
  return formula.replace(ADDED, '');
}
