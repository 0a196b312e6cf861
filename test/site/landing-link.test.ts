import { withLandingPage } from '../../docs/site/page';
import { makePages } from '../../docs/site/pages';
import { toLandingPage } from '../../site/landing-page';

let pages: ReadonlyMap<string, string>;
beforeAll(async () => {
  pages = await makePages();
});

const linksIn = (page: string): readonly string[] =>
  [...page.matchAll(/<header>.*?<\/header>/gs)].flatMap(([header]) =>
    [...header.matchAll(/href="([^"]+)"/g)].slice(0, 2).map(([, href = '']) => href),
  );

it('every help page of the site leads to its landing page, and to the first page of the help', () => {
  const astray = [...pages].filter(([name, page]) => {
    const [home = '', help = ''] = linksIn(withLandingPage(page)).map(
      (href) => new URL(href, `https://ada.github.io/trace/docs/${name}`).pathname,
    );
    return home !== '/trace/index.html' || help !== '/trace/docs/index.html';
  });
  expect(astray.map(([name]) => name)).toEqual([]);
});

it('the landing page leads to itself and to the help', () => {
  expect(linksIn(toLandingPage())).toEqual(['index.html', 'docs/index.html']);
});

it('the help of the add-in has no landing page to lead to', () => {
  expect(linksIn(pages.get('functions.html') ?? '')).toEqual(['index.html', 'guides/quick-start.html']);
});
