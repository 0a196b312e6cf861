const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);
const PLAIN_TEXT = '@';
/** Typing an error enters it: https://support.google.com/docs/answer/3093359. */
const ERROR = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|ERROR!)$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'wahr', 'vrai', 'vero', 'sand'].map((word) => [word, true] as const),
  ...['false', 'falsch', 'faux', 'falso', 'falsk'].map((word) => [word, false] as const),
]);

/** How a cell interprets a typed value, and its number format afterwards. */
type Typed =
  | { readonly is: 'formula'; readonly formula: string; readonly format: string }
  | { readonly is: 'value'; readonly value: unknown; readonly format: string; readonly isError?: boolean };

/**
 * How Google interprets a value that is written as if a user had typed it
 * (https://developers.google.com/apps-script/reference/spreadsheet/range), in an English spreadsheet but with the
 * truth values of other languages. Covers not everything, but what is most easily misread. A plain text cell keeps
 * texts as they are, and turns everything else into text.
 */
export function readTyped(typed: unknown, format: string): Typed {
  const value = (held: unknown, shown = format): Typed => ({ is: 'value', value: held, format: shown });
  if (format === PLAIN_TEXT && (typeof typed === 'number' || typeof typed === 'boolean')) {
    return value(String(typed).toUpperCase());
  }
  if (typeof typed !== 'string' || typed === '') return value(typed);
  if (typed.startsWith('=')) return { is: 'formula', formula: typed, format };
  if (format === PLAIN_TEXT) return value(typed);
  if (typed.startsWith("'")) return value(typed.slice(1));
  if (ERROR.test(typed)) return { is: 'value', value: typed, format, isError: true };
  if (typed.startsWith('+') && typed.length > 1) return { is: 'formula', formula: `=${typed}`, format };
  const text = typed.trim();
  const truth = TRUTHS.get(text.toLowerCase());
  if (truth !== undefined) return value(truth);
  if (/^-?[$€£]?\d[\d,]*(\.\d+)?$/.test(text)) return value(Number(text.replace(/[$€£,]/g, '')));
  if (/^-?\d+(\.\d+)?%$/.test(text)) return value(Number(text.slice(0, -1)) / 100, '0.00%');
  const dated = readDate(text);
  return dated === null ? value(typed) : value(dated, 'M/d/yyyy');
}

/** As a number of days. */
function readDate(text: string): number | null {
  const [, month, day, year = '2026'] = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(text) ?? [];
  if (month !== undefined) return serial(Number(year), Number(month), Number(day));
  const [, iso, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (iso !== undefined) return serial(Number(iso), Number(isoMonth), Number(isoDay));
  const [, name = '', number = ''] = /^([a-z]{3})[a-z]*\.? (\d{1,4})$/i.exec(text) ?? [];
  const index = MONTHS.indexOf(name.toLowerCase());
  if (index < 0) return null;
  return number.length > 2 ? serial(Number(number), index + 1, 1) : serial(2026, index + 1, Number(number));
}

function serial(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return Math.round((Date.UTC(year, month - 1, day) - EPOCH_MS) / DAY_MS);
}

/** Whether a format shows numbers as dates, and therefore reads them as dates. */
export function isDateFormat(format: string): boolean {
  return /[dy]/i.test(format.replace(/"[^"]*"/g, ''));
}
