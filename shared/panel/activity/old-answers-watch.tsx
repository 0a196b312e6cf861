import { useEffect } from 'preact/hooks';
import type { BulkHost } from '../bulk-host';
import { attempt } from '../common/bulk-engine';
import { usePanel } from '../state/panel-state';
import { countOldAnswers } from './file-companies';

/** After what the user has opened the panel for. */
const LOOK_AFTER_MS = 2_000;

interface Props {
  readonly host: BulkHost;
}

/** Looks for old answers of the file once the panel is open, and has the banner tell of them. Sends nothing. */
export function OldAnswersWatch({ host }: Props) {
  const { isOn, setOldAnswers } = usePanel();
  useEffect(() => {
    if (!isOn) return undefined;
    let isStill = true;
    const timer = setTimeout(async () => {
      // A banner is no reason to report a problem.
      const found = await attempt(() => countOldAnswers(host));
      if (isStill && found.ok && found.value > 0) setOldAnswers(found.value);
    }, LOOK_AFTER_MS);
    return () => {
      isStill = false;
      clearTimeout(timer);
    };
  }, [host, isOn]);
  return null;
}
