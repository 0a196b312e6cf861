import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import type { BulkEngine } from '../bulk/bulk-engine';
import { count } from '../count';
import { toUsedText } from '../credits-used';
import { askPaths, recallPaths, type WarmAsked, type WarmLook, type WarmPath } from './warm-paths';
import type { WarmPair } from './warm-pairs';

interface WarmPaths {
  /** What is known; `null`: not read yet. */
  readonly look: WarmLook | null;
  /** How many of the pairs that are asked about have an answer; `null`: none is asked about now. */
  readonly done: { readonly pairs: number; readonly of: number } | null;
  readonly isStopping: boolean;
  /** Sentences; `''`: none. */
  readonly said: string;
  readonly problem: string;
  readonly ask: (look: WarmLook) => void;
  readonly stop: () => void;
}

/** Whoever types is not read after each letter. */
const READ_AFTER_MS = 400;

/** The warm paths of some pairs: what is saved, for free, and what is asked for. @param isOn whether somebody sees them */
export function useWarmPaths(engine: BulkEngine, pairs: readonly WarmPair[], isOn: boolean): WarmPaths {
  const [look, setLook] = useState<WarmLook | null>(null);
  const [done, setDone] = useState<WarmPaths['done']>(null);
  const [isStopping, setStopping] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const newest = useRef(0);
  const isWanted = useRef(true);
  const isThere = useRef(true);
  useEffect(
    () => () => {
      isThere.current = false;
      isWanted.current = false;
    },
    [],
  );
  const read = async (): Promise<void> => {
    const own = (newest.current += 1);
    const ended = await engine.beside((ports) => recallPaths(ports, pairs));
    if (own !== newest.current || !isThere.current) return;
    if (ended.ok) setLook(ended.value);
    else setProblem(say(ended.error, 'action'));
  };
  const key = pairs.map(({ account, partner }) => `${account} ${partner}`).join('\n');
  useEffect(() => {
    newest.current += 1;
    setLook(null);
    setSaid('');
    setProblem('');
  }, [engine, key]);
  const isUnread = isOn && look === null && pairs.length > 0;
  useEffect(() => {
    if (!isUnread) return undefined;
    const timer = setTimeout(() => void read(), READ_AFTER_MS);
    return () => clearTimeout(timer);
  }, [engine, key, isUnread]);
  const ask = async ({ paths, credits }: WarmLook): Promise<void> => {
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
          setLook((before) => (before === null ? null : { ...before, paths: withAnswers(before.paths, answered) }));
        },
      }),
    );
    if (!isThere.current) return;
    await read();
    setDone(null);
    if (!ended.ok) return setProblem(say(ended.error, 'action'));
    setSaid(toAskedText(ended.value));
    if (ended.value.error !== null) setProblem(say(ended.value.error, 'action'));
  };
  return {
    look,
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

function withAnswers(paths: readonly WarmPath[], answered: readonly WarmPath[]): readonly WarmPath[] {
  const nameOf = ({ account, partner }: WarmPair): string => `${account} ${partner}`;
  const found = new Map(answered.map((path) => [nameOf(path), path]));
  return paths.map((path) => found.get(nameOf(path)) ?? path);
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
