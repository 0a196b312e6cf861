import { useState } from 'preact/hooks';
import { usePanel } from '../state/panel-state';
import { EnrichedSource, FileSource } from './found-source';
import { ListSource } from './list-source';
import { OneCompany } from './one-company';
import { SelectionSource } from './selection-source';
import type { SourceProps } from './start-rescan';

const SOURCES = {
  selection: 'Selected cells',
  enriched: 'Enriched column',
  list: 'A list',
  file: 'All companies of this file',
  one: 'One company',
} as const;

type Source = keyof typeof SOURCES;

/** Where the companies to check come from, and the button that rescans them. */
export function CheckSource(props: SourceProps) {
  const { toCheck } = usePanel();
  const [chosen, setChosen] = useState<{ readonly after: typeof toCheck; readonly source: Source } | null>(null);
  // What another part of the panel asks for counts until the user chooses something else.
  const source = chosen?.after === toCheck ? chosen.source : (toCheck?.from ?? chosen?.source ?? 'selection');
  const choose = (next: Source): void => setChosen({ after: toCheck, source: next });
  const onSelect = (): void => choose('selection');
  return (
    <>
      <div class="row">
        <label for="check-from">Companies</label>
        <select
          id="check-from"
          class="wide"
          value={source}
          onChange={({ currentTarget }) => choose(currentTarget.value as Source)}
        >
          {Object.entries(SOURCES).map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </div>
      {source === 'selection' && <SelectionSource {...props} />}
      {source === 'enriched' && <EnrichedSource {...props} onSelect={onSelect} />}
      {source === 'list' && <ListSource {...props} />}
      {source === 'file' && <FileSource {...props} onSelect={onSelect} />}
      {source === 'one' && <OneCompany {...props} />}
    </>
  );
}
