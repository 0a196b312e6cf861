import type { Child } from 'hono/jsx';

export interface PageParts {
  readonly title: string;
  /** For search results and link previews. */
  readonly about: string;
  /** How deep the page lies below the index: `''` or `'../'`. */
  readonly root: '' | '../';
  readonly children: Child;
}

/** A whole page as text. No script: everything is there when it is opened, and no text can become markup. */
export function renderPage(parts: PageParts): string {
  return `<!doctype html>\n${String(<Page {...parts} />)}\n`;
}

function Page({ title, about, root, children }: PageParts) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={about} />
        <title>{title}</title>
        <link rel="icon" href={`${root}icon.png`} />
        <link rel="stylesheet" href={`${root}page.css`} />
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
            <ul>
              {['Functions', 'Options', 'Problems', 'Guides'].map((part) => (
                <li key={part}>
                  <a href={`${root}index.html#${part.toLowerCase()}`}>{part}</a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main id="content">{children}</main>
        <footer>
          <p>
            The examples on these pages are answered by a sandbox of the Trace API: the companies are real names, the
            facts and relations are made up.
          </p>
        </footer>
      </body>
    </html>
  );
}
