import type { Guide } from './guides';
import { renderPage } from './page';

export function toDevelopersPage(guides: readonly Guide[]): string {
  return renderPage({
    title: 'For developers · Trace for Sheets & Excel',
    about: 'How fast the Trace add-on is, what has been checked, what it stores and why it is built this way.',
    root: '',
    children: (
      <>
        <h1>For developers</h1>
        <p class="lead">
          For people who build, release or review the add-on. To use Trace in a spreadsheet you need none of this.
        </p>
        <dl class="listed">
          {guides.map(({ page, title, about }) => (
            <div key={page}>
              <dt>
                <a href={page}>{title}</a>
              </dt>
              <dd>{about}</dd>
            </div>
          ))}
        </dl>
      </>
    ),
  });
}
