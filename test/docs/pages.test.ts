import { toHelpUrl } from '../../shared/catalogue/derive/excel-metadata';
import { FUNCTIONS } from '../../shared/formulas';
import { SENTENCES } from '../../shared/reference';
import { makePages } from '../../docs/site/pages';

let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  pages = await makePages();
});

it.each(FUNCTIONS.map((spec) => [spec.id, spec] as const))('%s has a page where its help link leads', (id, spec) => {
  const [, name = ''] = toHelpUrl(spec, 'https://addin.example').split('https://addin.example/docs/');
  expect(pages.get(name)).toContain(`<h1>${id}</h1>`);
});

it.each(Object.keys(SENTENCES))('the problem %s has a page', (code) => {
  expect(pages.get(`problems/${code}.html`)).toContain('<h2 id="next">What to do</h2>');
});

it('every link leads to a page, and to a place that is there', () => {
  const broken = [...pages].flatMap(([name, html]) =>
    linksIn(html)
      .filter((href) => !/^https:/.test(href))
      .filter((href) => !leadsSomewhere(new URL(href, `https://docs.example/${name}`)))
      .map((href) => `${name}: ${href}`),
  );
  expect(broken).toEqual([]);
});

it('every page is reached from the index', () => {
  const index = new Set(linksIn(pages.get('index.html') ?? ''));
  expect([...pages.keys()].filter((name) => name !== 'index.html' && !index.has(name))).toEqual([]);
});

it('no page has a script, or a style of its own, which its policy would stop', () => {
  expect([...pages].filter(([, html]) => /<script|<style| style=| on\w+=|javascript:/i.test(html))).toEqual([]);
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
