import type { IMutationInfo, IRange, Univer } from '@univerjs/core';
import {
  FormulaDataModel,
  LexerTreeBuilder,
  ReorderRangeCommand,
  SetRangeValuesMutation,
  SheetInterceptorService,
  type ISetRangeValuesMutationParams,
} from '@univerjs/preset-sheets-core';

/** The mapping that the grid's sort reports: for every row of the range, the row that its cells come from. */
interface Reordering {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly range: IRange;
  readonly order: Readonly<Record<number, number>>;
}

type Cells = NonNullable<ISetRangeValuesMutationParams['cellValue']>;

const NOTHING = { redos: [], undos: [] };

/**
 * Makes a formula that is sorted into another row keep asking for its own row, as in Excel: the grid's sort moves
 * formulas unchanged, which would put every answer beside another company.
 */
export function keepReferencesWhenSorted(univer: Univer): void {
  const injector = univer.__getInjector();
  const formulas = injector.get(FormulaDataModel);
  const lexer = injector.get(LexerTreeBuilder);
  injector.get(SheetInterceptorService).interceptCommand({
    getMutations: ({ id, params }) => {
      if (id !== ReorderRangeCommand.id) return NOTHING;
      const { unitId, subUnitId, range, order } = params as Reordering;
      const [after, before]: [Cells, Cells] = [{}, {}];
      for (const [key, from] of Object.entries(order)) {
        const to = Number(key);
        for (let column = range.startColumn; column <= range.endColumn; column += 1) {
          const formula = formulas.getFormulaStringByCell(from, column, subUnitId, unitId);
          if (!formula) continue;
          setFormula(after, to, column, lexer.moveFormulaRefOffset(formula, 0, to - from));
          setFormula(before, from, column, formula);
        }
      }
      const write = (cellValue: Cells): IMutationInfo => ({
        id: SetRangeValuesMutation.id,
        params: { unitId, subUnitId, cellValue },
      });
      return { redos: [write(after)], undos: [write(before)] };
    },
  });
}

/** Formulas that were filled down share one text; each now has its own. */
function setFormula(cells: Cells, row: number, column: number, f: string): void {
  (cells[row] ??= {})[column] = { f, si: null };
}
