import type { Overview } from '../../../enrich/overview/count-overview';
import { cut } from '../../common/words';
import { toShareText } from '../run-text';
import { TABLE_TITLES } from './overview-sheet';

/** A drawing as the text of an SVG file. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 340;
const EDGE = 16;
const BARS = WIDTH - 2 * EDGE;
const TITLE_HEIGHT = 28;
const HEAD_HEIGHT = 34;
const ROW_HEIGHT = 26;
/** As many as fit beside the number. */
const MOST_CHARACTERS = 36;
/** On white in any theme, because people put the picture into documents. */
const COLORS = { back: '#ffffff', text: '#1f2328', quiet: '#57606a', line: '#eef0f3', bar: '#3f43c8' } as const;
const FONT = 'Segoe UI, Roboto, Helvetica, Arial, sans-serif';
/** An SVG file cannot contain them. */
const REFUSED = /[\p{Cc}\p{Cs}]/gu;
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Draws the tables of an Overview as bars, for a workbook that draws no charts. */
export function drawOverview(title: string, { tables }: Overview): Picture {
  const parts: string[] = [];
  let y = EDGE + TITLE_HEIGHT;
  parts.push(
    text(EDGE, EDGE + 14, cut(title, MOST_CHARACTERS), `font-size="16" font-weight="600" fill="${COLORS.text}"`),
  );
  for (const { is, of, rows } of tables) {
    parts.push(text(EDGE, y + 14, TABLE_TITLES[is], `font-size="13" font-weight="600" fill="${COLORS.text}"`));
    parts.push(atEnd(y + 14, `share of ${of.toLocaleString('en-US')}`));
    y += HEAD_HEIGHT - 8;
    for (const { name, companies } of rows) {
      const share = `${companies.toLocaleString('en-US')} · ${toShareText(companies, of)}`;
      parts.push(text(EDGE, y + 11, cut(name, MOST_CHARACTERS), `font-size="12" fill="${COLORS.text}"`));
      parts.push(
        atEnd(y + 11, share),
        bar(y + 16, BARS, COLORS.line),
        bar(y + 16, (BARS * companies) / of, COLORS.bar),
      );
      y += ROW_HEIGHT;
    }
    y += 8;
  }
  const height = y + EDGE - 8;
  const size = `width="${WIDTH}" height="${height}"`;
  const back = `<rect ${size} fill="${COLORS.back}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${FONT}">${back}${parts.join('')}</svg>`;
  return { svg, width: WIDTH, height };
}

function text(x: number, y: number, content: string, style: string): string {
  return `<text x="${x}" y="${y}" ${style}>${escaped(content)}</text>`;
}

function atEnd(y: number, content: string): string {
  return text(WIDTH - EDGE, y, content, `font-size="12" text-anchor="end" fill="${COLORS.quiet}"`);
}

function bar(y: number, width: number, color: string): string {
  return `<rect x="${EDGE}" y="${y}" width="${Math.max(1, Math.round(width))}" height="5" rx="2.5" fill="${color}"/>`;
}

function escaped(content: string): string {
  return content.replace(REFUSED, '').replace(/[&<>"]/g, (character) => ESCAPED[character]!);
}
