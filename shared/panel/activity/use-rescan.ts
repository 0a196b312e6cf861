import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import { toTraceError } from '../../errors/trace-error';
import type { RescanRecord } from '../../actions/rescan-record';
import { pause } from '../state/timing';
import { withRescan, type FileNotes, type KeptRescan, type LastCheck } from '../common/file-notes';
import { notesBookOf } from '../common/notes-book';
import { endSavedAnswers } from './update-answers';
import { domainsOfRecord, isOver, mayBeSent, withoutUnsent, withUnsentOf } from './rescan-text';
import { useSheet } from '../common/sheet';
import { usePanel } from '../state/panel-state';

interface Rescans {
  /** Newest first; `null`: not read yet. */
  readonly rescans: readonly KeptRescan[] | null;
  /** The last check whose changes are not on the page; `null`: none. */
  readonly lastCheck: LastCheck | null;
  readonly isStarting: boolean;
  /** `''`: nothing to say. */
  readonly problem: string;
  /** Resolves to whether it was started. */
  readonly start: (domains: readonly string[]) => Promise<boolean>;
  /** Sends what another session has left unsent. */
  readonly sendRest: (rescan: KeptRescan) => void;
  readonly keep: (rescan: KeptRescan) => void;
  readonly drop: (rescan: KeptRescan) => void;
}

/** After a check that failed, as often as the documentation shows: https://docs.tracedata.ai/api/overview/. */
const AGAIN_AFTER_MS = 60_000;

/** A host that is busy, or never answers, hides no rescan that has begun. */
const SHOWN_AFTER_MS = 5_000;

/** The rescans of this file. Only what was started here is sent by itself. @param isOn whether the user sees them */
export function useRescan(isOn: boolean): Rescans {
  const { act } = usePanel();
  const engine = useSheet();
  const book = notesBookOf(engine.host);
  const [rescans, setRescans] = useState<readonly KeptRescan[] | null>(null);
  const [lastCheck, setLastCheck] = useState<LastCheck | null>(null);
  const hasRead = useRef(false);
  const [isStarting, setStarting] = useState(false);
  const [problem, setProblem] = useState('');
  /** When each rescan is checked next. */
  const [nextChecks, setNextChecks] = useState<ReadonlyMap<string, number>>(new Map());
  const agreed = useRef(new Set<string>());
  const underWay = useRef(new Set<string>());
  const nowMs = async (): Promise<number> => engine.host.ports.client.now();
  /** Resolves to whether the host has done it. Never rejects. */
  const note = async (noting: Promise<FileNotes>): Promise<boolean> => {
    try {
      const notes = await noting;
      setRescans(notes.rescans);
      return true;
    } catch (thrown) {
      setProblem(say(toTraceError(thrown), 'action'));
      return false;
    }
  };
  /** Shows a rescan once it is kept, so that it can be found again; if that takes long or is refused, shows it anyway. */
  const keep = async (rescan: KeptRescan): Promise<void> => {
    const isKept = await Promise.race([note(book.keep(rescan)), pause(SHOWN_AFTER_MS).then(() => false)]);
    if (!isKept) setRescans((before) => withRescan({ rescans: before ?? [] }, rescan).rescans);
  };
  const plan = (id: string, delayMs: number | null): void => {
    setNextChecks((before) => {
      const next = new Map(before);
      if (delayMs === null) next.delete(id);
      else next.set(id, delayMs);
      return next;
    });
  };
  const take = async (rescan: KeptRescan, record: RescanRecord, askAgainAfterMs: number | null): Promise<void> => {
    const isEnd = isOver(record);
    const doneAtMs = isEnd ? (rescan.doneAtMs ?? (await nowMs())) : null;
    const next = { ...rescan, record, doneAtMs };
    await keep(next);
    plan(rescan.id, isEnd ? null : askAgainAfterMs);
    if (isEnd && rescan.doneAtMs === null) {
      await engine.beside((ports) => endSavedAnswers(ports, domainsOfRecord(record), doneAtMs ?? 0));
    }
  };
  const check = async (rescan: KeptRescan): Promise<void> => {
    if (underWay.current.has(rescan.id)) return;
    underWay.current.add(rescan.id);
    const mayBe = agreed.current.has(rescan.id);
    const given = mayBe ? rescan.record : withoutUnsent(rescan.record);
    const answer = await act('checkRescan', { record: given });
    if (!answer.ok) {
      underWay.current.delete(rescan.id);
      setProblem(answer.sentence);
      return plan(rescan.id, AGAIN_AFTER_MS);
    }
    setProblem('');
    // Kept even if the panel shows something else now: otherwise what was sent would be sent again.
    const record = mayBe ? answer.value.record : withUnsentOf(answer.value.record, rescan.record);
    // Until the new record is kept, the old one is shown, although its rest has been sent already.
    await take(rescan, record, answer.value.askAgainAfterMs).finally(() => underWay.current.delete(rescan.id));
  };
  useEffect(() => {
    if (!isOn) return;
    book.read().then(
      ({ rescans: kept, check }) => {
        // The result of a check in this session is shown where it was made.
        if (!hasRead.current) setLastCheck(check);
        hasRead.current = true;
        setRescans(kept);
        setNextChecks(new Map(kept.flatMap(({ id, doneAtMs }) => (doneAtMs === null ? [[id, 0]] : []))));
      },
      (thrown) => setProblem(say(toTraceError(thrown), 'action')),
    );
  }, [engine, isOn]);
  useEffect(() => {
    if (!isOn || rescans === null) return undefined;
    const timers = rescans.flatMap((rescan) => {
      const delayMs = nextChecks.get(rescan.id);
      const isToCheck =
        delayMs !== undefined && rescan.doneAtMs === null && mayBeSent(rescan.record, agreed.current.has(rescan.id));
      return isToCheck ? [setTimeout(() => void check(rescan), delayMs)] : [];
    });
    return () => timers.forEach(clearTimeout);
  }, [rescans, nextChecks, isOn]);
  const start = async (domains: readonly string[]): Promise<boolean> => {
    if (isStarting) return false;
    setStarting(true);
    setProblem('');
    const answer = await act('startRescan', { domains });
    if (!answer.ok) {
      setStarting(false);
      setProblem(answer.sentence);
      return false;
    }
    // Kept even if the panel shows something else now: Trace has started the rescan.
    const { record, askAgainAfterMs } = answer.value;
    const id = `${record.startedAtMs}-${domains.length}`;
    agreed.current.add(id);
    await take({ id, record, doneAtMs: null, updatedAtMs: null }, record, askAgainAfterMs);
    setStarting(false);
    return true;
  };
  return {
    rescans,
    lastCheck,
    isStarting,
    problem,
    start,
    sendRest(rescan) {
      agreed.current.add(rescan.id);
      plan(rescan.id, 0);
    },
    keep: (rescan) => void keep(rescan),
    drop({ id, updatedAtMs }) {
      setRescans((before) => before?.filter((each) => each.id !== id) ?? null);
      void note(
        book.drop(id).then((notes) => {
          // Its changes went with it. Those of a later update are still on the page.
          const isLast = notes.rescans.every((each) => (each.updatedAtMs ?? 0) < (updatedAtMs ?? 0));
          if (isLast) setLastCheck(notes.check);
          return notes;
        }),
      );
    },
  };
}
