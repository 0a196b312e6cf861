import type { Overview, OverviewTable } from '../../../enrich/overview/count-overview';
import { cut } from '../../common/words';
import { toShareText } from '../run-text';
import { TABLE_TITLES } from './overview-sheet';

/** A drawing as the text of an SVG file. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const EDGE = 16;
const BARS = 308;
const BETWEEN_COLUMNS = 40;
const TITLE_HEIGHT = 28;
const HEAD_HEIGHT = 26;
const ROW_HEIGHT = 26;
const BELOW_TABLE = 8;
/** As many as fit beside the number. */
const MOST_CHARACTERS = 36;
/** On white in any theme, because people put the picture into documents. */
const COLORS = { back: '#ffffff', text: '#1f2328', quiet: '#57606a', line: '#eef0f3', bar: '#3f43c8' } as const;
const BOLD = `font-weight="600" fill="${COLORS.text}"`;
const FONT = 'Segoe UI, Roboto, Helvetica, Arial, sans-serif';
/** An SVG file cannot contain them. */
const REFUSED = /[\p{Cc}\p{Cs}]/gu;
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Draws the tables of an Overview as bars, for a workbook that draws no charts. */
export function drawOverview(title: string, { tables }: Overview, columns: 1 | 2): Picture {
  const heights: number[] = Array.from({ length: columns }, () => EDGE + TITLE_HEIGHT);
  const parts = tables.map((table) => {
    const column = heights.indexOf(Math.min(...heights));
    const [x, y] = [EDGE + column * (BARS + BETWEEN_COLUMNS), heights[column]!];
    heights[column] = y + HEAD_HEIGHT + table.rows.length * ROW_HEIGHT + BELOW_TABLE;
    return `<g transform="translate(${x},${y})">${drawTable(table)}</g>`;
  });
  const width = 2 * EDGE + columns * BARS + (columns - 1) * BETWEEN_COLUMNS;
  const height = Math.max(...heights) + EDGE - BELOW_TABLE;
  const size = `width="${width}" height="${height}"`;
  const back = `<rect ${size} fill="${COLORS.back}"/>`;
  const head = `<g transform="translate(${EDGE},${EDGE})">${text(14, title, `font-size="16" ${BOLD}`)}</g>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${FONT}">${back}${head}${parts.join('')}</svg>`;
  return { svg, width, height };
}

function drawTable({ is, of, rows }: OverviewTable): string {
  const parts = [
    text(14, TABLE_TITLES[is], `font-size="13" ${BOLD}`),
    atEnd(14, `share of ${of.toLocaleString('en-US')}`),
  ];
  for (const [at, { name, companies }] of rows.entries()) {
    const y = HEAD_HEIGHT + at * ROW_HEIGHT;
    parts.push(text(y + 11, name, `font-size="12" fill="${COLORS.text}"`));
    parts.push(atEnd(y + 11, `${companies.toLocaleString('en-US')} · ${toShareText(companies, of)}`));
    parts.push(bar(y + 16, BARS, COLORS.line), bar(y + 16, (BARS * companies) / of, COLORS.bar));
  }
  return parts.join('');
}

function text(y: number, content: string, style: string): string {
  return `<text y="${y}" ${style}>${escaped(cut(content, MOST_CHARACTERS))}</text>`;
}

function atEnd(y: number, content: string): string {
  return text(y, content, `x="${BARS}" font-size="12" text-anchor="end" fill="${COLORS.quiet}"`);
}

function bar(y: number, width: number, color: string): string {
  return `<rect y="${y}" width="${Math.max(1, Math.round(width))}" height="5" rx="2.5" fill="${color}"/>`;
}

function escaped(content: string): string {
  return content.replace(REFUSED, '').replace(/[&<>"]/g, (character) => ESCAPED[character]!);
}
