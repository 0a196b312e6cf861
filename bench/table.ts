/** The measurements of one subject, beside their baseline. */
export interface Table {
  readonly title: string;
  /** How it was measured, if the title does not say so. */
  readonly note?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function toText({ title, note, head, rows }: Table): string {
  const all = [head, ...rows];
  const widths = head.map((_cell, column) => Math.max(...all.map((row) => row[column]!.length)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...(note === undefined ? [] : [note]), '', ...lines, ''].join('\n');
}

export function toMarkdown({ title, note, head, rows }: Table): string {
  const all = [head, head.map(() => '---'), ...rows];
  const widths = head.map((_cell, column) => Math.max(...all.map((row) => row[column]!.length)));
  const lines = all.map((row) => {
    const cells = row.map((cell, column) =>
      cell === '---' ? '-'.repeat(widths[column]!) : cell.padEnd(widths[column]!),
    );
    return `| ${cells.join(' | ')} |`;
  });
  return [`## ${title}`, '', ...(note === undefined ? [] : [note, '']), ...lines, ''].join('\n');
}

/** A figure beside its budget. */
export function against(figure: number, budget: number, unit = ''): string {
  return figure <= budget ? `${budget}${unit}, kept` : `${budget}${unit}, **missed**`;
}

export const inMs = (ms: number): string => `${ms < 10 ? ms.toFixed(2) : Math.round(ms).toLocaleString('en')} ms`;
export const inMb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
export const asRatio = (ratio: number): string => `${ratio.toFixed(2)} ×`;
