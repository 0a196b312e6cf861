import { readInput } from '../../cells/inputs';
import { codeOf, type GridValue } from './cell-values';

/** The company that an input cell names; empty texts where it names none. */
export interface InputName {
  readonly identifier: string;
  readonly code: string;
}

export function nameOfInput(value: GridValue | undefined): InputName {
  const input = readInput(value);
  if (input.is !== 'company') return { identifier: '', code: '' };
  return { identifier: input.identifier, code: codeOf(input.identifier) };
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
