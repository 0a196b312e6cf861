import { attempt, type BulkEngine } from './bulk-engine';

interface Props {
  readonly engine: BulkEngine;
}

/** Opens the sheet on which the record of the enrichment stands. */
export function ShowRecord({ engine }: Props) {
  return (
    <button type="button" class="link" onClick={() => void attempt(() => engine.host.showRecord())}>
      Show record
    </button>
  );
}
