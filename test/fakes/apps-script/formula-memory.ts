type Table = readonly (readonly unknown[])[];

/**
 * What Google may do where a formula is entered again that it knows, which is not documented: calculate it, show what the
 * cell has shown before, or show what the same call with the same arguments has answered in any cell.
 */
export class FormulaMemory {
  remembers: 'nothing' | 'cell' | 'arguments' = 'nothing';
  /** The formula that each cell had last, and what formulas have answered. */
  private readonly formulas = new Map<string, string>();
  private readonly answers = new Map<string, Table>();

  /** @returns what it shows at once; `undefined`: it is calculated */
  enter(at: string, formula: string): Table | undefined {
    const isKnown = this.remembers === 'arguments' || this.formulas.get(at) === formula;
    this.formulas.set(at, formula);
    return isKnown && this.remembers !== 'nothing' ? this.answers.get(formula) : undefined;
  }

  answered(formula: string, table: Table): void {
    this.answers.set(formula, table);
  }
}
