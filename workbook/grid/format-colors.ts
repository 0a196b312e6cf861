import { InterceptorEffectEnum, numfmt, type Univer } from '@univerjs/core';
import { INTERCEPTOR_POINT, InterceptCellContentPriority, SheetInterceptorService } from '@univerjs/preset-sheets-core';

/** The grid itself shows the colors of number formats for numbers below zero only. */
export function showFormatColors(univer: Univer): void {
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      effect: InterceptorEffectEnum.Style,
      priority: InterceptCellContentPriority.NUMFMT + 1,
      handler(cell, { rawData, workbook }, next) {
        const value = rawData?.v;
        const pattern = workbook.getStyles().getStyleByCell(rawData)?.n?.pattern ?? '';
        if (!cell || typeof value !== 'number' || value < 0 || !pattern.includes('[')) return next(cell);
        const color = colorOf(pattern, value);
        return next(color === null ? cell : { ...cell, interceptorStyle: { cl: { rgb: color } } });
      },
    });
}

/** As CSS; `null`: its own, also where the format cannot be read. */
function colorOf(pattern: string, value: number): string | null {
  try {
    const color = numfmt.formatColor(pattern, value);
    return typeof color === 'string' ? color : null;
  } catch {
    return null;
  }
}
