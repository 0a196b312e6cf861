import { DEVELOPERS } from './contents';
import type { Guide } from './guides';
import { renderPage } from './page';

export function toGuidePage({ file, title, about, html }: Guide): string {
  const [page, name] = above(file);
  return renderPage({
    title: `${title} · Trace for Sheets & Excel`,
    about,
    root: '../',
    children: (
      <article>
        <p class="above">
          <a href={`../${page}`}>{name}</a>
        </p>
        <div dangerouslySetInnerHTML={{ __html: html }} />
      </article>
    ),
  });
}

function above(file: string): readonly [page: string, name: string] {
  if (DEVELOPERS.pages.includes(file)) return ['developers.html', DEVELOPERS.title];
  return ['index.html', 'Help'];
}
