import { numberOfDomain, partnersOf } from './model-companies';

/** The formulas beside inputs, with what they must show. */
interface FormulaKind {
  readonly id: 'TRACE_TECH' | 'TRACE_COMPANY' | 'TRACE_PARTNERS';
  readonly more: readonly string[];
  readonly lookup: 'company' | 'partners';
  /** The formula itself says how old an answer may be: it may pay again for a newer one. */
  readonly isAgeAsked: boolean;
  show(number: number): string;
}

export const FORMULAS = {
  tech: { id: 'TRACE_TECH', more: [], lookup: 'company', isAgeAsked: false, show: (number) => `Tech ${number}` },
  name: {
    id: 'TRACE_COMPANY',
    more: ['name'],
    lookup: 'company',
    isAgeAsked: false,
    show: (number) => `Company ${number}`,
  },
  young: {
    id: 'TRACE_COMPANY',
    more: ['name', 'max_age=1d'],
    lookup: 'company',
    isAgeAsked: true,
    show: (number) => `Company ${number}`,
  },
  partners: {
    id: 'TRACE_PARTNERS',
    more: ['name'],
    lookup: 'partners',
    isAgeAsked: false,
    show: (number) =>
      partnersOf(number)
        .map((partner) => `Company ${partner}`)
        .join(', ') || 'none',
  },
} as const satisfies Record<string, FormulaKind>;

export type FormulaName = keyof typeof FORMULAS;

/** `guarded`: makes no call where the input is blank; `array`: one call for the whole column. */
export type FormulaForm = 'bare' | 'wrapped' | 'guarded' | 'joined' | 'unreadable' | 'array';

/** A column of inputs, and columns of formulas beside it. */
export interface Sheet {
  inputs: string[];
  columns: FormulaName[];
  form: FormulaForm;
}

/** All count from 0; of columns, those with formulas. */
export interface CellPlace {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

export interface Cell extends CellPlace {
  readonly input: string;
  readonly formula: FormulaName;
}

export function cellsOf(sheet: Sheet, at: number): readonly Cell[] {
  return sheet.columns.flatMap((formula, column) =>
    sheet.inputs.map((input, row) => ({ input, formula, sheet: at, row, column })),
  );
}

/** What a cell asks for; `null`: nothing. */
export function identifierOf(input: string): string | null {
  const text = input.replace(/^https:\/\/www\./, '').replace(/\/.*$/, '');
  return /^[a-z0-9.-]+$/.test(text) ? text : null;
}

export function numberOf(identifier: string): number | null {
  return numberOfDomain(identifier.includes('.') ? identifier : `${identifier}.example`);
}

/** What a cell shows once it is answered; a pattern where the words are not this suite's matter. */
export function expectedIn({ input, formula }: Pick<Cell, 'input' | 'formula'>): string | RegExp {
  if (input === '') return '';
  const identifier = identifierOf(input);
  if (identifier === null) return /spaces in it|not a domain|no domain/;
  const number = numberOf(identifier);
  return number === null ? 'not tracked' : FORMULAS[formula].show(number);
}

/** The text around a call; `#` is the call, and `@` its input. */
const FORMS: Readonly<Record<FormulaForm, string>> = {
  bare: '#',
  wrapped: 'IFERROR(#,"")',
  guarded: 'IF(@="","",#)',
  joined: '#&""',
  unreadable: 'LET(x,@,#)',
  array: 'ARRAYFORMULA(#)',
};

export function inForm(form: FormulaForm, call: string, input: string): string {
  return FORMS[form].replace('#', call).replace('@', input);
}

/** The cells that each run answers: one, or a whole column that is one formula. */
export function toRuns(cells: readonly Cell[], sheets: readonly Sheet[]): readonly (readonly Cell[])[] {
  const arrays = new Set<string>();
  return cells.flatMap((cell) => {
    const sheet = sheets[cell.sheet]!;
    if (sheet.form !== 'array') return [[cell]];
    const name = `${cell.sheet}:${cell.column}`;
    if (arrays.has(name)) return [];
    arrays.add(name);
    return [sheet.inputs.map((input, row) => ({ ...cell, input, row }))];
  });
}
