import { useRef, useState, type Ref } from 'preact/hooks';
import type { RestoreTerms } from '../../functions/prices/restore-terms';
import { useErrand } from '../common/outcome';

/** What enters formulas: it does so, or returns what the user has to approve first. */
type Enter = (agreed?: RestoreTerms) => Promise<string | RestoreTerms>;

interface Terms {
  readonly isBusy: boolean;
  readonly said: string;
  readonly problem: string;
  /** What has not been approved; `null`: nothing. */
  readonly asked: RestoreTerms | null;
  /** The heading that gets the focus once the buttons of the question disappear. */
  readonly title: Ref<HTMLHeadingElement>;
  /** @param doing what is happening */
  act(doing: string, errand: () => Promise<string>): void;
  enter(doing: string): void;
  agree(doing: string): void;
  decline(): void;
}

/** Formulas that are entered again may cost something, and then the user is asked first. */
export function useTerms(enter: Enter, toText: (terms: RestoreTerms, isAgain: boolean) => string): Terms {
  const { isBusy, said, problem, ...errand } = useErrand();
  const [asked, setAsked] = useState<RestoreTerms | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const act = (doing: string, doIt: () => Promise<string>): void => {
    setAsked(null);
    void errand.attempt(doing, doIt);
  };
  const enterAgreed = async (agreed?: RestoreTerms): Promise<string> => {
    const done = await enter(agreed);
    if (typeof done === 'string') return done;
    setAsked(done);
    return toText(done, agreed !== undefined);
  };
  return {
    ...{ isBusy, said, problem, asked, title },
    act,
    enter: (doing) => act(doing, () => enterAgreed()),
    agree(doing) {
      title.current?.focus();
      act(doing, () => enterAgreed(asked!));
    },
    decline() {
      title.current?.focus();
      setAsked(null);
      errand.end('');
    },
  };
}
