import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../errors/say';
import { count } from '../../common/words';
import { toUsedText } from '../../common/credits-used';
import { askPaths, recallPaths, type WarmAsked, type WarmSearch, type WarmPath, type WarmPair } from './warm-paths';
import { useSheet } from '../../common/sheet';
import { useNewest } from '../../common/late-answers';

interface WarmPaths {
  /** What is known; `null`: not read yet. */
  readonly search: WarmSearch | null;
  /** How many of the pairs that are asked about have an answer; `null`: none is asked about now. */
  readonly done: { readonly pairs: number; readonly of: number } | null;
  readonly isStopping: boolean;
  /** Sentences; `''`: none. */
  readonly said: string;
  readonly problem: string;
  readonly ask: (search: WarmSearch) => void;
  readonly stop: () => void;
}

/** Waits for a pause in typing, instead of reading after each letter. */
const READ_AFTER_MS = 400;

/** The warm paths of some pairs: saved ones for free, and those asked for. @param isOn whether the user sees them */
export function useWarmPaths(pairs: readonly WarmPair[], isOn: boolean): WarmPaths {
  const engine = useSheet();
  const [searched, setSearched] = useState<{ readonly of: string; readonly search: WarmSearch } | null>(null);
  const [done, setDone] = useState<WarmPaths['done']>(null);
  const [isStopping, setStopping] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const begin = useNewest();
  const isWanted = useRef(true);
  useEffect(() => () => void (isWanted.current = false), []);
  const key = pairs.map(({ account, partner }) => `${account} ${partner}`).join('\n');
  // Without an effect, which would leave the price of other pairs on its button for a moment.
  const search = searched?.of === key ? searched.search : null;
  const read = async (): Promise<void> => {
    const isNewest = begin();
    const ended = await engine.beside((ports) => recallPaths(ports, pairs));
    if (!isNewest()) return;
    if (ended.ok) setSearched({ of: key, search: ended.value });
    else setProblem(say(ended.error, 'action'));
  };
  /** Reads the current pairs, which may have changed while others were asked about. */
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    begin();
    setSaid('');
    setProblem('');
  }, [engine, key]);
  const isUnread = isOn && search === null && pairs.length > 0;
  useEffect(() => {
    if (!isUnread) return undefined;
    const timer = setTimeout(() => void read(), READ_AFTER_MS);
    return () => clearTimeout(timer);
  }, [engine, key, isUnread]);
  const ask = async ({ paths, credits }: WarmSearch): Promise<void> => {
    if (done !== null) return;
    const open = paths.filter(({ found }) => found.is === 'open');
    isWanted.current = true;
    setStopping(false);
    setSaid('');
    setProblem('');
    setDone({ pairs: 0, of: open.length });
    const ended = await engine.beside((ports) =>
      askPaths(ports, open, credits, {
        mayGoOn: () => isWanted.current,
        onAnswered(answered) {
          setDone((before) => (before === null ? null : { ...before, pairs: before.pairs + answered.length }));
          setSearched((before) => before && { ...before, search: withAnswers(before.search, answered) });
        },
      }),
    );
    await latest.current();
    setDone(null);
    if (!ended.ok) return setProblem(say(ended.error, 'action'));
    setSaid(toAskedText(ended.value));
    if (ended.value.error !== null) setProblem(say(ended.value.error, 'action'));
  };
  return {
    search,
    done,
    isStopping,
    said,
    problem,
    ask: (now) => void ask(now),
    stop() {
      isWanted.current = false;
      setStopping(true);
    },
  };
}

function withAnswers(search: WarmSearch, answered: readonly WarmPath[]): WarmSearch {
  const nameOf = ({ account, partner }: WarmPair): string => `${account} ${partner}`;
  const found = new Map(answered.map((path) => [nameOf(path), path]));
  return { ...search, paths: search.paths.map((path) => found.get(nameOf(path)) ?? path) };
}

function toAskedText({ paths, credits, unsure, error }: WarmAsked): string {
  const of = (isOne: (path: WarmPath) => boolean): number => paths.filter(isOne).length;
  const answered = count(
    of(({ found }) => found.is !== 'open'),
    'pair',
    'pairs',
  );
  const warm = count(
    of(({ found }) => found.is === 'yes'),
    'warm path',
    'warm paths',
  );
  return `${answered} answered, ${warm}, ${toUsedText(credits, unsure, error)}.`;
}
