type Table = readonly (readonly unknown[])[];

/**
 * What Google may do if a known formula is entered again, which is undocumented: calculate it, show what the cell
 * showed before, or show what the same call with the same arguments answered in any cell.
 */
export class FormulaMemory {
  remembers: 'nothing' | 'cell' | 'arguments' = 'nothing';
  /** The last formula of each cell, and the answers of formulas. */
  private readonly formulas = new Map<string, string>();
  private readonly answers = new Map<string, Table>();

  /** @returns what the cell shows immediately; `undefined`: the formula is calculated */
  enter(at: string, formula: string): Table | undefined {
    const isKnown = this.remembers === 'arguments' || this.formulas.get(at) === formula;
    this.formulas.set(at, formula);
    return isKnown && this.remembers !== 'nothing' ? this.answers.get(formula) : undefined;
  }

  answered(formula: string, table: Table): void {
    this.answers.set(formula, table);
  }
}
