import { useState } from 'preact/hooks';
import { say } from '../errors/say';
import { toTraceError } from '../errors/trace-error';
import { openPractice } from './open-practice';
import type { PanelHost } from './panel-host';

interface Practicing {
  readonly isOffered: boolean;
  readonly isBusy: boolean;
  readonly problem: string;
  readonly begin: () => void;
}

/** @param onOpen called once the practice sheet is there */
export function usePractice({ bulk, readPractice }: PanelHost, onOpen: () => void): Practicing {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const begin = async (): Promise<void> => {
    if (bulk === undefined || readPractice === undefined) return;
    setBusy(true);
    setProblem('');
    try {
      const [host, practice] = await Promise.all([bulk(), readPractice()]);
      await openPractice(host, practice);
      onOpen();
    } catch (thrown) {
      setProblem(say(toTraceError(thrown), 'action'));
    }
    setBusy(false);
  };
  return {
    isOffered: bulk !== undefined && readPractice !== undefined,
    isBusy,
    problem,
    begin: () => void begin(),
  };
}
