import { readInput } from '../../cells/inputs';
import { codeOf, type GridValue } from './cell-values';

/** The text of an input cell, and the company that it names; empty where it names none. */
export interface InputName {
  readonly identifier: string;
  /** The code of the company. */
  readonly code: string;
  /** The code of the cell's text: two contacts at one company have different texts. */
  readonly text: string;
}

export function nameOfInput(value: GridValue | undefined): InputName {
  const input = readInput(value);
  if (input.is !== 'company') return { identifier: '', code: '', text: textOfInput(value) };
  const { identifier } = input;
  const code = codeOf(identifier);
  return { identifier, code, text: value === identifier ? code : textOfInput(value) };
}

/** The code of a row of a run that names no company. */
export const NO_COMPANY = codeOf('');

/** The code of an input cell's text; `''` for a blank one. A company's full name by itself has the company's code. */
export function textOfInput(value: GridValue | undefined): string {
  return value === undefined || value === '' ? '' : codeOf(String(value));
}

/** Results for the cells that were read last: each is needed several times, and parsing takes long. */
export class InputNames {
  private recent = new Map<GridValue, InputName>();
  private earlier = this.recent;

  /** Drops what was not asked for since the last time. */
  turn(): void {
    this.earlier = this.recent;
    this.recent = new Map();
  }

  of(value: GridValue): InputName {
    const known = this.recent.get(value);
    if (known !== undefined) return known;
    const name = this.earlier.get(value) ?? nameOfInput(value);
    this.recent.set(value, name);
    return name;
  }
}
