import type { Child } from 'hono/jsx';
import { SearchBox } from './search-box';

interface PageParts {
  readonly title: string;
  /** For search results and link previews. */
  readonly about: string;
  /** What people search for, although the page does not say so. The search reads it. */
  readonly words?: string;
  /** The prefix from the page to the index. */
  readonly root: '' | '../' | 'docs/';
  /** Whether the page shows the search itself, and therefore not in its head. */
  readonly hasSearch?: true;
  readonly children: Child;
}

/** Links that anyone may need, on every page. */
const MENU = [
  ['guides/quick-start.html', 'Quick start'],
  ['guides/recipes.html', 'Recipes'],
  ['functions.html', 'Functions'],
  ['problems.html', 'Problems'],
] as const;

const BELOW = [
  ['guides/privacy.html', 'Privacy'],
  ['guides/support.html', 'Support'],
  ['guides/administrators.html', 'For administrators'],
  ['developers.html', 'For developers'],
] as const;

/** A whole page as text. It is complete without its script, which only searches, and no text can become markup. */
export function renderPage(parts: PageParts): string {
  return `<!doctype html>\n${String(<Page {...parts} />)}\n`;
}

const HOME = /<a class="home" href="([^"]*)index\.html">(.*?)<\/a><ul>/s;

/**
 * Lets the name at the top of a page lead to the site's first page, in the folder above the help. The help's own first
 * page gets a link in the menu.
 */
export function withLandingPage(page: string): string {
  return page.replace(HOME, (_all, root: string, name: string) => {
    const above = root === 'docs/' ? '' : `${root}../`;
    return `<a class="home" href="${above}index.html">${name}</a><ul><li><a href="${root}index.html">Help</a></li>`;
  });
}

function Page({ title, about, words = '', root, hasSearch, children }: PageParts) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={about} />
        {words !== '' && <meta name="keywords" content={words} />}
        <title>{title}</title>
        <link rel="icon" href={`${root}icon.png`} />
        <link rel="stylesheet" href={`${root}page.css`} />
        <script src={`${root}search.js`} defer />
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <header>
          <nav aria-label="Pages">
            <a class="home" href={`${root}index.html`}>
              <img src={`${root}icon.png`} alt="" width="24" height="24" />
              Trace for Sheets &amp; Excel
            </a>
            <Links root={root} links={MENU} />
          </nav>
          {hasSearch !== true && <SearchBox />}
        </header>
        <main id="content">{children}</main>
        <footer>
          <nav aria-label="About">
            <Links root={root} links={BELOW} />
          </nav>
          <p>Examples on these pages use sandbox data: the companies are real names, the facts are made up.</p>
        </footer>
      </body>
    </html>
  );
}

interface LinksParts {
  readonly root: string;
  readonly links: readonly (readonly [page: string, name: string])[];
}

function Links({ root, links }: LinksParts) {
  return (
    <ul>
      {links.map(([page, name]) => (
        <li key={page}>
          <a href={root + page}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
