import { attempt } from './bulk-engine';
import { useSheet } from '../common/sheet';

/** Opens the sheet on which the record of the enrichment stands. */
export function ShowRecord() {
  const engine = useSheet();
  return (
    <button type="button" class="link" onClick={() => void attempt(() => engine.host.showRecord())}>
      Show record
    </button>
  );
}
