import { useState } from 'preact/hooks';

/** What a button asked for, and what became of it: what `Outcome` shows. */
interface Errand {
  readonly isBusy: boolean;
  readonly said: string;
  readonly problem: string;
  /** @param said what is happening */
  readonly begin: (said: string) => void;
  /** @param said what has happened @param problem what went wrong all the same */
  readonly end: (said: string, problem?: string) => void;
  readonly fail: (problem: string) => void;
}

type Told = Pick<Errand, 'isBusy' | 'said' | 'problem'>;

export function useErrand(): Errand {
  const [told, tell] = useState<Told>({ isBusy: false, said: '', problem: '' });
  return {
    ...told,
    begin: (said) => tell({ isBusy: true, said, problem: '' }),
    end: (said, problem = '') => tell({ isBusy: false, said, problem }),
    fail: (problem) => tell({ isBusy: false, said: '', problem }),
  };
}
