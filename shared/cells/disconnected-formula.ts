import { withCommas } from './argument-separator';
import { callsTrace } from './formulas';

/** The program that calculates the formulas of a file. */
export type SheetProgram = 'sheets' | 'excel';

/** What a cell holds that came from another program, or from a file that was opened without Trace. */
export type Disconnected =
  /** A Trace formula, as this program writes it; `null`: it uses something that this program lacks. */
  | { readonly is: 'formula'; readonly formula: string | null }
  /** A value of a formula that is in another cell. */
  | { readonly is: 'spilled' }
  /** A formula of Google Sheets that does not call Trace. */
  | { readonly is: 'other' };

const TEXT = '"(?:[^"]|"")*"';
const TEXTS = `${TEXT}(?:\\s*&\\s*${TEXT})*`;
/**
 * Google Sheets writes this into .xlsx files for formulas that Excel lacks, with the value that the cell showed:
 * https://grid-is.github.io/apiary/explain/gsdv. Excel may add an `@`. Anything else in its place was edited.
 */
const EXPORTED = new RegExp(
  `^=\\s*(?:IFERROR\\s*\\(\\s*@?_*xludf\\.DUMMYFUNCTION\\s*\\(\\s*(?<wrapped>${TEXTS})\\s*\\)\\s*,\\s*(?:${TEXTS}|-?\\d[\\d.E+-]*|TRUE|FALSE|#[A-Z/0-9!?]+)\\s*\\)|@?_*xludf\\.DUMMYFUNCTION\\s*\\(\\s*(?<bare>${TEXTS})\\s*\\))\\s*$`,
  'i',
);
const SPILLED = /^"?COMPUTED_VALUE"?$/;
/** `_xldudf_TRACE_TECH(`, `_xlfn.TRACE_TECH(`, `@DEV.TRACE_TECH(`: Excel's names for functions that it does not know. */
const PREFIX = /(?<![\w.])@?(?:_+xl(?:dudf_|[a-z]+\.))*(?:DEV[._])?(?=TRACE_[A-Z_]+\s*\()/gi;
const UNKNOWN_TO_EXCEL = /_+xl(?:dudf_|[a-z]+\.)(?:DEV[._])?TRACE_/i;
const DEVELOPMENT = /(?<![\w.])DEV\.TRACE_/i;
/** `#NAME?` in any language: no other error ends with a question mark. */
const NAME_ERROR = /^#\S+\?$/;
const ONLY_IN_GOOGLE = /(?<![\w.])(?:ARRAYFORMULA|SPLIT|JOIN|FLATTEN|TO_TEXT|IS(?:DATE|EMAIL|URL)|REGEXMATCH)\s*\(/i;
const WHOLE_ARRAYFORMULA = /^=ARRAYFORMULA\((.*)\)$/is;
const ARRAYFORMULA = /(?<![\w.])ARRAYFORMULA\s*\(/gi;
/** `A2:A`, which Excel cannot read. */
const OPEN_RANGE = /(\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3})(?![\w$.(!])/gi;
/** The most rows that a function reads. */
const LAST_ROW = 50_000;
/** `A2#`, `Table1[Domain]` and `@A2`. */
const ONLY_IN_EXCEL = /[#@[\]]/;
const QUOTED = /("(?:[^"]|"")*"|'(?:[^']|'')*')/;

/**
 * Reads a formula that no program calculates as it is: one that Google Sheets exported to Excel, or one whose name of a
 * Trace function Excel has changed. `null`: any other formula.
 *
 * @param value what the cell shows
 * @param program the program that has the file open
 */
export function readDisconnected(formula: string, value: unknown, program: SheetProgram): Disconnected | null {
  const exported = EXPORTED.exec(formula)?.groups;
  if (exported !== undefined) {
    const inner = toText(exported['wrapped'] ?? exported['bare']!).trim();
    if (SPILLED.test(inner)) return { is: 'spilled' };
    const own = `=${inner.replace(/^=/, '')}`;
    return callsTrace(own) ? { is: 'formula', formula: toFormulaOf(program, own) } : { is: 'other' };
  }
  const read = withoutTexts(formula);
  // Excel knows names with `DEV.` while the development build is loaded.
  const isUnknown = DEVELOPMENT.test(read) && (program === 'sheets' || NAME_ERROR.test(String(value)));
  if (!formula.startsWith('=') || (!UNKNOWN_TO_EXCEL.test(read) && !isUnknown)) return null;
  return { is: 'formula', formula: toFormulaOf(program, formula) };
}

function toFormulaOf(program: SheetProgram, formula: string): string | null {
  const named = outsideTexts(formula, (part) => part.replace(PREFIX, ''));
  if (program === 'sheets') return ONLY_IN_EXCEL.test(withoutTexts(named)) ? null : named;
  const plain = named.includes('{') ? named : withCommas(named);
  const unwrapped = isOneCall(plain) ? `=${WHOLE_ARRAYFORMULA.exec(plain)![1]!}` : plain;
  const own = outsideTexts(unwrapped, (part) =>
    part.replace(ARRAYFORMULA, '(').replace(OPEN_RANGE, (range) => `${range}${LAST_ROW}`),
  );
  return ONLY_IN_GOOGLE.test(withoutTexts(own)) ? null : own;
}

/** Whether ARRAYFORMULA is around the whole formula, rather than around its first part. */
function isOneCall(formula: string): boolean {
  const [, inner] = WHOLE_ARRAYFORMULA.exec(formula) ?? [];
  if (inner === undefined) return false;
  let depth = 0;
  return [...withoutTexts(inner)].every((sign) => (depth += sign === '(' ? 1 : sign === ')' ? -1 : 0) >= 0);
}

/** Texts of a formula that are joined with `&`, as one. */
function toText(texts: string): string {
  const parts = texts.match(new RegExp(TEXT, 'g')) ?? [];
  return parts.map((part) => part.slice(1, -1).replace(/""/g, '"')).join('');
}

function outsideTexts(formula: string, change: (part: string) => string): string {
  return formula
    .split(QUOTED)
    .map((part, at) => (at % 2 === 1 ? part : change(part)))
    .join('');
}

function withoutTexts(formula: string): string {
  return formula
    .split(QUOTED)
    .filter((_part, at) => at % 2 === 0)
    .join('""');
}
