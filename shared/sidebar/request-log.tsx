import { useEffect, useState } from 'preact/hooks';
import type { PageHost } from './page-host';
import type { LoggedRequest } from './protocol';

/** The last requests: what was asked for, what came back, how long it took. */
export function RequestLog({ host }: { readonly host: PageHost }) {
  const [requests, setRequests] = useState<readonly LoggedRequest[]>([]);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const answer = await host.ask('requestLog');
      if (answer.ok) setRequests(answer.value);
    };
    void read();
    return host.onRequest?.(() => void read());
  }, [host]);
  return (
    <section aria-labelledby="requests-title">
      <h2 id="requests-title">Last requests</h2>
      {requests.length === 0 ? (
        <p class="hint">None yet. Answers that are remembered need no request.</p>
      ) : (
        <div class="scrolled" tabIndex={0} role="region" aria-labelledby="requests-title">
          <table>
            <thead>
              <tr>
                <th scope="col">Asked</th>
                <th scope="col">Answer</th>
                <th scope="col">ms</th>
              </tr>
            </thead>
            <tbody>
              {requests.map((request, index) => (
                <tr key={`${request.atMs} ${index}`}>
                  <td>{request.operation}</td>
                  <td>{toOutcomeText(request)}</td>
                  <td>{Math.round(request.durationMs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function toOutcomeText({ outcome, creditsMissing }: LoggedRequest): string {
  return creditsMissing === null ? String(outcome) : `${outcome}, ${creditsMissing} credits missing`;
}
