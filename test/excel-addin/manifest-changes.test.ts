import { checkManifest } from '../../excel-addin/manifest/check';
import { toManifest } from '../../excel-addin/manifest/manifest';
import { readPngSize } from '../../excel-addin/manifest/png-size';
import { publishedSettings } from '../../excel-addin/manifest/settings';

const published = toManifest(publishedSettings('1.2.3', 'https://sheets.tracedata.example'));
/** Hundreds of manifests name the same pictures. */
const sizes = new Map<string, number | null>();
const check = (text: string) => checkManifest(text, sizeOf);
/** The lines that hold an element as a whole. */
const LINES = published.split('\n').filter((line) => /^ +<([\w:]+).*(\/>|<\/\1>)$/.test(line));

function sizeOf(path: string): number | null {
  const size = sizes.has(path) ? sizes.get(path) : readPngSize(`excel-addin/${path}`);
  sizes.set(path, size ?? null);
  return size ?? null;
}

describe('whatever is changed is found', () => {
  /** What may be left out: the other sizes of an icon, and what Excel need not have. */
  const OPTIONAL = /size="(20|24|40|48|64)"|<Set /;

  it('a line that is left out', () => {
    const missed = LINES.filter((line) => check(published.replace(`${line}\n`, '')).length === 0);
    expect({ all: LINES.length > 40, missed: missed.filter((line) => !OPTIONAL.test(line)) }).toEqual({
      all: true,
      missed: [],
    });
  });

  it('two lines of different elements that change places', () => {
    const tag = (line = ''): string => /<([\w:]+)/.exec(line)?.[1] ?? '';
    const lines = published.split('\n');
    const missed = lines.filter((line, at) => {
      const next = lines[at + 1] ?? '';
      if (!LINES.includes(line) || !LINES.includes(next) || tag(line) === tag(next)) return false;
      return (
        check(
          lines
            .with(at, next)
            .with(at + 1, line)
            .join('\n'),
        ).length === 0
      );
    });
    expect(missed).toEqual([]);
  });

  it.each([
    ['a resid', /resid="[^"]+"/g, 'resid="Nothing"'],
    ['an address without https', /="https:\/\/sheets/g, '="http://sheets'],
    ['an address elsewhere', /="https:\/\/sheets/g, '="https://elsewhere'],
    ['an address that is empty', /DefaultValue="https:[^"]+"/g, 'DefaultValue=""'],
  ])('%s', (_name, pattern, wrong) => {
    const places = [...published.matchAll(pattern)];
    const missed = places.filter(({ 0: found, index }) => {
      const text = published.slice(0, index) + wrong + published.slice(index + found.length);
      return check(text).length === 0;
    });
    expect({
      areEnough: places.length > 5,
      missed: missed.map(({ index }) => published.slice(index - 40, index + 60)),
    }).toEqual({ areEnough: true, missed: [] });
  });
});

describe('a picture', () => {
  it.each([
    ['excel-addin/assets/icon-32.png', 32],
    ['excel-addin/assets/icon.svg', null],
    ['excel-addin/assets/nothing.png', null],
    ['docs/screenshots/workbook-light.png', null],
  ])('%s is %p px wide and high', (path, sizePx) => {
    expect(readPngSize(path)).toBe(sizePx);
  });
});
