import { FUNCTIONS } from '../../shared/formulas';
import { SENTENCES } from '../../shared/errors/sentences';
import { toExcelMetadata } from '../../shared/reference';
import { makePages } from '../../docs/site/pages';

let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  pages = await makePages();
});

const { functions } = toExcelMetadata(FUNCTIONS, 'https://addin.example');

it.each(functions)('$id has a page where its help link leads', ({ id, helpUrl }) => {
  const [, name = ''] = helpUrl.split('https://addin.example/docs/');
  expect(pages.get(name)).toContain(`<h1>${id}</h1>`);
});

it.each(Object.keys(SENTENCES))('the problem %s has a page', (code) => {
  expect(pages.get(`problems/${code}.html`)).toContain('<h2 id="next">What to do</h2>');
});

it('every link leads to a page, and to a place that is there', () => {
  const broken = [...pages].flatMap(([name, html]) =>
    linksIn(html)
      .filter((href) => !/^(https|mailto):/.test(href))
      .filter((href) => !leadsSomewhere(new URL(href, `https://docs.example/${name}`)))
      .map((href) => `${name}: ${href}`),
  );
  expect(broken).toEqual([]);
});

it('every page is two links from the first one, at most', () => {
  const reached = new Set(['index.html']);
  for (let step = 0; step < 2; step += 1) {
    for (const name of [...reached]) {
      for (const href of linksIn(pages.get(name) ?? '')) {
        reached.add(new URL(href, `https://docs.example/${name}`).pathname.slice(1));
      }
    }
  }
  expect([...pages.keys()].filter((name) => !reached.has(name))).toEqual([]);
});

it('addresses that cells, panels and stores may still name lead somewhere', () => {
  const old = ['functions', 'problems', 'guides'].map((id) => pages.get('index.html')?.includes(` id="${id}"`));
  const guides = [
    'api-coverage',
    'enriching',
    'excel',
    'google-sheets',
    'performance',
    'release-checklist',
    'spending',
  ];
  expect({ old, missingGuides: guides.filter((name) => !pages.has(`guides/${name}.html`)) }).toEqual({
    old: [true, true, true],
    missingGuides: [],
  });
});

it("developers' pages are not among what users are led to first", () => {
  const first = linksIn(pages.get('index.html') ?? '').join(' ');
  expect(first).not.toMatch(/performance|release-checklist|api-coverage|stored-formats|decisions/);
  expect(linksIn(pages.get('developers.html') ?? '').join(' ')).toContain('guides/release-checklist.html');
});

it('no page has a script but the search, or a style of its own, which its policy would stop', () => {
  const others = [...pages].map(([name, html]) => [name, html.replace(/<script src="(\.\.\/)?search\.js" defer/, '')]);
  expect(others.filter(([, html]) => /<script|<style| style=| on\w+=|javascript:/i.test(html!))).toEqual([]);
});

it('every page is the same on another day', async () => {
  const timers = ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance', 'hrtime'] as const;
  jest.useFakeTimers({ now: Date.parse('2031-03-01T23:59:59Z'), doNotFake: [...timers] });
  try {
    expect([...(await makePages())]).toEqual([...pages]);
  } finally {
    jest.useRealTimers();
  }
});

function linksIn(html: string): string[] {
  return [...html.matchAll(/ href="([^"]*)"/g)]
    .map(([, href = '']) => href)
    .filter((href) => !/\.(css|png)$/.test(href));
}

function leadsSomewhere({ pathname, hash }: URL): boolean {
  const page = pages.get(pathname.slice(1));
  return page !== undefined && (hash === '' || page.includes(` id="${hash.slice(1)}"`));
}
