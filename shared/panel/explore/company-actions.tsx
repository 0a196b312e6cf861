import { useState } from 'preact/hooks';
import { AddToList, useMayList } from '../lists/add-to-list';
import { usePanel } from '../state/panel-state';

interface Props {
  readonly name: string;
  /** `null`: only its name at Trace is known, which lists do not take. */
  readonly domain: string | null;
}

/** What a person does about a company beyond reading it. */
export function CompanyActions({ name, domain }: Props) {
  const mayList = useMayList();
  const [isOpen, setOpen] = useState(false);
  const { host, keys, tabs, check } = usePanel();
  if (domain === null) return null;
  const mayCheck = tabs.includes('activity') && host.offers.has('act') && keys.state.key?.hasKey === true;
  return (
    <>
      {mayList && (
        <details class="explore-insert" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>Add to list</summary>
          {isOpen && <AddToList id="explore-add" domains={[domain]} name={name} />}
        </details>
      )}
      {mayCheck && (
        <div class="explore-insert">
          <button type="button" onClick={() => check({ from: 'one', domain })}>
            Check for changes
          </button>
        </div>
      )}
    </>
  );
}
