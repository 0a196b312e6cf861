import { readInput } from '../../cells/inputs';
import { codeOf, type GridValue } from './cell-values';

/** What an input cell says, and the company that it names; where it names none, the latter is empty. */
export interface InputName {
  readonly identifier: string;
  /** Of the company. */
  readonly code: string;
  /** Of the cell as it stands: two contacts of one company are two texts. */
  readonly text: string;
}

export function nameOfInput(value: GridValue | undefined): InputName {
  const input = readInput(value);
  if (input.is !== 'company') return { identifier: '', code: '', text: textOfInput(value) };
  const { identifier } = input;
  const code = codeOf(identifier);
  return { identifier, code, text: value === identifier ? code : textOfInput(value) };
}

/** The code of what an input cell says; `''` for a blank one. A company that is named in full and no more has its own. */
export function textOfInput(value: GridValue | undefined): string {
  return value === undefined || value === '' ? '' : codeOf(String(value));
}

/** What was made of the cells that were read last: each is looked at several times, and to read one takes long. */
export class InputNames {
  private recent = new Map<GridValue, InputName>();
  private earlier = this.recent;

  /** Forgets what was not asked for since the last time. */
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
