import { CustomFunctionError } from '../../../workbook/functions/custom-functions';
import { priceCalls } from '../../../workbook/page/formula-price';
import type { CellAddress } from '../../../workbook/functions/invocations';

const at = (row: number): CellAddress => ({ unitId: 'book', sheetId: 'sheet', row, column: 1 });
const call = (row: number, functionName: string, ...args: readonly unknown[]) => ({
  cell: at(row),
  functionName,
  args,
});

describe('the formulas of a workbook', () => {
  it('cost a credit a company and one for each partner that is shown, however many ask', () => {
    const calls = [
      call(0, 'TRACE_COMPANY', [['stripe.com'], ['slack.com'], [null]], [['name']], null),
      call(1, 'TRACE_TECH', [['stripe.com']], null, [['top=3']]),
      call(2, 'TRACE_PARTNERS', [['stripe.com'], ['slack.com']], null, [['top=3']]),
    ];
    expect(priceCalls([at(0), at(1), at(2)], calls)).toEqual({ formulas: 3, credits: 8, unknown: 0 });
  });

  it('have a price that is not known where all partners are asked for', () => {
    const calls = [call(0, 'TRACE_COMPANY', [['stripe.com']]), call(1, 'TRACE_PARTNERS', [['stripe.com']])];
    expect(priceCalls([at(0), at(1)], calls)).toEqual({ formulas: 2, credits: 1, unknown: 1 });
  });

  it('have a price that is not known where they were not calculated yet', () => {
    expect(priceCalls([at(0), at(1)], [call(1, 'TRACE_COMPANY', [['stripe.com']])])).toEqual({
      formulas: 2,
      credits: 1,
      unknown: 1,
    });
  });

  it('cost nothing for errors', () => {
    const calls = [call(0, 'TRACE_COMPANY', [[new CustomFunctionError('#N/A')], [new Error('odd')]])];
    expect(priceCalls([at(0)], calls)).toEqual({ formulas: 1, credits: 0, unknown: 0 });
  });

  it('are none in an empty workbook', () => {
    expect(priceCalls([], [])).toEqual({ formulas: 0, credits: 0, unknown: 0 });
  });
});
