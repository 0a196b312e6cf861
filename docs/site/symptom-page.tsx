import type { Guide } from './guides';
import { renderPage } from './page';

/** The page of a symptom. Each cause, a part of the Markdown, has a box of its own. */
export function toSymptomPage({ title, about, words, html }: Guide): string {
  const [start = '', ...causes] = html.split(/(?=<h2 )/);
  return renderPage({
    title: `${title} · Trace for Sheets & Excel`,
    about,
    words,
    root: '../',
    children: (
      <article class="symptom">
        <p class="above">
          <a href="../problems.html">Problems</a>
        </p>
        <div class="start" dangerouslySetInnerHTML={{ __html: start }} />
        {causes.map((cause) => (
          <section class="cause" key={cause} dangerouslySetInnerHTML={{ __html: cause }} />
        ))}
        <p class="quiet">
          None of these? See <a href="../problems.html#all">every message</a> or{' '}
          <a href="../guides/support.html">get help</a>.
        </p>
      </article>
    ),
  });
}
