import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../state/panel-state';
import type { LoggedRequest } from '../protocol';
import { useShowMore } from '../common/show-more';
import { hasFailed, toNoteText, toOutcomeText } from './request-text';

/** The last requests: what was asked for, what came back, how long it took. */
export function RequestLog() {
  const { host, sees } = usePanel();
  const isOn = sees('settings');
  const [requests, setRequests] = useState<readonly LoggedRequest[]>([]);
  const [isOpen, setOpen] = useState(false);
  const { most, list, button } = useShowMore<HTMLTableSectionElement>(requests.length);
  useEffect(() => {
    if (!isOn || !isOpen) return undefined;
    const read = async (): Promise<void> => {
      const answer = await host.ask('requestLog');
      if (answer.ok) setRequests(answer.value);
    };
    void read();
    return host.onRequest?.(() => void read());
  }, [host, isOn, isOpen]);
  return (
    <details class="card fold" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Last requests</summary>
      {requests.length === 0 ? (
        <p class="hint">None yet. Saved answers need no request.</p>
      ) : (
        <div class="framed">
          <table aria-label="Requests, newest first">
            <thead>
              <tr>
                <th scope="col">Request</th>
                <th scope="col">Answer</th>
                <th scope="col">ms</th>
              </tr>
            </thead>
            <tbody ref={list}>
              {requests.slice(0, most).map((request, index) => (
                // Counted from the oldest, so that rows keep their identity when a new one comes on top.
                <tr key={requests.length - index}>
                  <td>{breakable(request.operation)}</td>
                  <td class={hasFailed(request) ? 'problem' : ''}>
                    {toOutcomeText(request)} <small>{toNoteText(request)}</small>
                  </td>
                  <td>{Math.round(request.durationMs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {button}
    </details>
  );
}

/** A narrow column may break a name after its dot. */
function breakable(operation: string) {
  const [resource = '', ...rest] = operation.split('.');
  return rest.length === 0 ? (
    resource
  ) : (
    <>
      {resource}.<wbr />
      {rest.join('.')}
    </>
  );
}
