import { useState } from 'preact/hooks';
import type { Member } from '../../client/resources/list-answers';

const ROWS = 25;

/** The members that were read, page by page. Turning a page is free. */
export function MembersList({ members }: { readonly members: readonly Member[] }) {
  const [page, setPage] = useState(0);
  const last = Math.max(0, Math.ceil(members.length / ROWS) - 1);
  const at = Math.min(page, last);
  const first = at * ROWS;
  const shown = members.slice(first, first + ROWS);
  if (shown.length === 0) return null;
  return (
    <>
      <div class="scrolled members" tabIndex={0} role="group" aria-label="Companies that were read">
        <table>
          <thead>
            <tr>
              <th scope="col">Company</th>
              <th scope="col">Tier</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ domain, name, slug, tier }, index) => (
              <tr key={first + index}>
                <td dir="auto">
                  {name ?? domain ?? slug}
                  {name !== null && domain !== null && (
                    <small dir="ltr" class="beside">
                      {domain}
                    </small>
                  )}
                </td>
                <td>{tier ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {last > 0 && (
        <div class="buttons pages">
          <button type="button" disabled={at === 0} onClick={() => setPage(at - 1)}>
            Previous
          </button>
          <span role="status">
            {(first + 1).toLocaleString('en-US')}–{(first + shown.length).toLocaleString('en-US')} of{' '}
            {members.length.toLocaleString('en-US')}
          </span>
          <button type="button" disabled={at === last} onClick={() => setPage(at + 1)}>
            Next
          </button>
        </div>
      )}
    </>
  );
}
