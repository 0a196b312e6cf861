import type { Guide } from './guides';
import { renderPage } from './page';

export function toGuidePage({ title, html }: Guide): string {
  return renderPage({
    title: `${title} · Trace for Sheets & Excel`,
    about: title,
    root: '../',
    children: (
      <>
        <p class="above">
          <a href="../index.html#guides">Guides</a>
        </p>
        <div dangerouslySetInnerHTML={{ __html: html }} />
      </>
    ),
  });
}
