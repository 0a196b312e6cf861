import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import { toTraceError } from '../../errors/trace-error';
import type { RefreshRecord } from '../../actions/refresh-record';
import { pause } from '../state/timing';
import type { FileNotes, KeptRefresh } from '../common/file-notes';
import { notesBookOf } from '../common/notes-book';
import { endSavedAnswers } from './refetch';
import { domainsOfRecord, isOver, mayBeSent, withoutUnsent, withUnsentOf } from './refresh-text';
import { useSheet } from '../common/sheet';
import { usePanel } from '../state/panel-state';

interface Refreshes {
  /** Newest first; `null`: not read yet. */
  readonly refreshes: readonly KeptRefresh[] | null;
  readonly isStarting: boolean;
  /** `''`: nothing to say. */
  readonly problem: string;
  /** Resolves to whether it was started. */
  readonly start: (domains: readonly string[]) => Promise<boolean>;
  /** Sends what another session has left unsent. */
  readonly sendRest: (refresh: KeptRefresh) => void;
  readonly keep: (refresh: KeptRefresh) => void;
  readonly drop: (refresh: KeptRefresh) => void;
}

/** After a look that failed, as often as the documentation shows: https://docs.tracedata.ai/api/overview/. */
const AGAIN_AFTER_MS = 60_000;

/** A host that is busy, or never answers, hides no refresh that has begun. */
const SHOWN_AFTER_MS = 5_000;

/** The refreshes of this file. Only what a person started here is sent by itself. @param isOn whether somebody sees them */
export function useRefresh(isOn: boolean): Refreshes {
  const { act } = usePanel();
  const engine = useSheet();
  const book = notesBookOf(engine.host);
  const [refreshes, setRefreshes] = useState<readonly KeptRefresh[] | null>(null);
  const [isStarting, setStarting] = useState(false);
  const [problem, setProblem] = useState('');
  /** When each refresh is looked at next. */
  const [looks, setLooks] = useState<ReadonlyMap<string, number>>(new Map());
  const agreed = useRef(new Set<string>());
  const underWay = useRef(new Set<string>());
  const isThere = useRef(true);
  useEffect(() => () => void (isThere.current = false), []);
  const nowMs = async (): Promise<number> => engine.host.ports.client.now();
  /** Resolves to whether the host has done it. Never rejects. */
  const note = async (noting: Promise<FileNotes>): Promise<boolean> => {
    try {
      const notes = await noting;
      if (isThere.current) setRefreshes(notes.refreshes);
      return true;
    } catch (thrown) {
      if (isThere.current) setProblem(say(toTraceError(thrown), 'action'));
      return false;
    }
  };
  /** Shown once it is kept, so that whoever sees it finds it again; where that takes long or is refused, all the same. */
  const keep = async (refresh: KeptRefresh): Promise<void> => {
    const isKept = await Promise.race([note(book.keep(refresh)), pause(SHOWN_AFTER_MS).then(() => false)]);
    if (!isKept && isThere.current) setRefreshes((before) => replaced(before ?? [], refresh));
  };
  const plan = (id: string, delayMs: number | null): void => {
    setLooks((before) => {
      const next = new Map(before);
      if (delayMs === null) next.delete(id);
      else next.set(id, delayMs);
      return next;
    });
  };
  const take = async (refresh: KeptRefresh, record: RefreshRecord, askAgainAfterMs: number | null): Promise<void> => {
    const isEnd = isOver(record);
    const doneAtMs = isEnd ? (refresh.doneAtMs ?? (await nowMs())) : null;
    const next = { ...refresh, record, doneAtMs };
    await keep(next);
    plan(refresh.id, isEnd ? null : askAgainAfterMs);
    if (isEnd && refresh.doneAtMs === null) {
      await engine.beside((ports) => endSavedAnswers(ports, domainsOfRecord(record), doneAtMs ?? 0));
    }
  };
  const look = async (refresh: KeptRefresh): Promise<void> => {
    if (underWay.current.has(refresh.id)) return;
    underWay.current.add(refresh.id);
    const mayBe = agreed.current.has(refresh.id);
    const given = mayBe ? refresh.record : withoutUnsent(refresh.record);
    const answer = await act('lookAtRefresh', { record: given });
    if (!answer.ok) {
      underWay.current.delete(refresh.id);
      if (!isThere.current) return;
      setProblem(answer.sentence);
      return plan(refresh.id, AGAIN_AFTER_MS);
    }
    setProblem('');
    // Kept also where the panel shows something else now, or what it has sent would be sent again.
    const record = mayBe ? answer.value.record : withUnsentOf(answer.value.record, refresh.record);
    // Until it is kept, the old record is shown: what that still has to send is sent already.
    await take(refresh, record, answer.value.askAgainAfterMs).finally(() => underWay.current.delete(refresh.id));
  };
  useEffect(() => {
    if (!isOn) return;
    book.read().then(
      ({ refreshes: kept }) => {
        if (!isThere.current) return;
        setRefreshes(kept);
        setLooks(new Map(kept.flatMap(({ id, doneAtMs }) => (doneAtMs === null ? [[id, 0]] : []))));
      },
      (thrown) => setProblem(say(toTraceError(thrown), 'action')),
    );
  }, [engine, isOn]);
  useEffect(() => {
    if (!isOn || refreshes === null) return undefined;
    const timers = refreshes.flatMap((refresh) => {
      const delayMs = looks.get(refresh.id);
      const isToLook =
        delayMs !== undefined && refresh.doneAtMs === null && mayBeSent(refresh.record, agreed.current.has(refresh.id));
      return isToLook ? [setTimeout(() => void look(refresh), delayMs)] : [];
    });
    return () => timers.forEach(clearTimeout);
  }, [refreshes, looks, isOn]);
  const start = async (domains: readonly string[]): Promise<boolean> => {
    if (isStarting) return false;
    setStarting(true);
    setProblem('');
    const answer = await act('startRefresh', { domains });
    if (!answer.ok) {
      setStarting(false);
      setProblem(answer.sentence);
      return false;
    }
    // Kept also where the panel shows something else now: Trace is at work.
    const { record, askAgainAfterMs } = answer.value;
    const id = `${record.startedAtMs}-${domains.length}`;
    agreed.current.add(id);
    await take({ id, record, doneAtMs: null, refetchedAtMs: null }, record, askAgainAfterMs);
    setStarting(false);
    return true;
  };
  return {
    refreshes,
    isStarting,
    problem,
    start,
    sendRest(refresh) {
      agreed.current.add(refresh.id);
      plan(refresh.id, 0);
    },
    keep: (refresh) => void keep(refresh),
    drop({ id }) {
      setRefreshes((before) => before?.filter((each) => each.id !== id) ?? null);
      void note(book.drop(id));
    },
  };
}

function replaced(refreshes: readonly KeptRefresh[], next: KeptRefresh): readonly KeptRefresh[] {
  const isKnown = refreshes.some(({ id }) => id === next.id);
  return isKnown ? refreshes.map((each) => (each.id === next.id ? next : each)) : [next, ...refreshes];
}
