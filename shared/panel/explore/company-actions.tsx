import { useState } from 'preact/hooks';
import { AddToList, useMayList } from '../lists/add-to-list';

interface Props {
  readonly name: string;
  /** `null`: only its name at Trace is known, which lists do not take. */
  readonly domain: string | null;
}

/** What a person does about a company beyond reading it. */
export function CompanyActions({ name, domain }: Props) {
  const mayList = useMayList();
  const [isOpen, setOpen] = useState(false);
  if (domain === null || !mayList) return null;
  return (
    <details class="explore-insert" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Add to list</summary>
      {isOpen && <AddToList id="explore-add" domains={[domain]} name={name} />}
    </details>
  );
}
