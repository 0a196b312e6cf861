import { useState } from 'preact/hooks';
import type { Act } from '../act';
import { useErrand } from '../use-errand';
import { changedBy, leftOf, OPPOSITE, toChangedText, toUndoneText, type DomainsChange } from './domains-text';
import { isGone } from './list-text';

interface ChangeOf {
  readonly change: DomainsChange;
  readonly domains: readonly string[];
}

const NOTHING: ChangeOf = { change: 'addDomains', domains: [] };

/** Adds companies to a list or excludes them, and takes the last change back. */
export function useDomainsChange(act: Act, listId: string, onChanged: () => void, onGone: () => void) {
  const errand = useErrand();
  /** What was not sent; `null`: all was. */
  const [left, setLeft] = useState<ChangeOf | null>(null);
  const [last, setLast] = useState(NOTHING);
  const send = async (change: DomainsChange, domains: readonly string[], busy: string) => {
    errand.begin(busy);
    const answer = await act(change, { listId, domains });
    if (!answer.ok) {
      if (isGone(answer)) onGone();
      else errand.fail(answer.sentence);
      return null;
    }
    const rest = leftOf(answer.value);
    if (answer.value.parts.some(({ is }) => is === 'done')) onChanged();
    return { value: answer.value, rest };
  };
  /** @param isRest whether it belongs to the last change */
  const change = async (name: DomainsChange, domains: readonly string[], isRest = false): Promise<void> => {
    if (!isRest) setLast(NOTHING);
    const sent = await send(name, domains, name === 'addDomains' ? 'Adding…' : 'Excluding…');
    if (sent === null) return;
    const { value, rest } = sent;
    errand.end(toChangedText(name, value), rest?.sentence);
    setLeft(rest === null ? null : { change: name, domains: rest.domains });
    setLast({ change: name, domains: [...(isRest ? last.domains : []), ...changedBy(name, value)] });
  };
  const undo = async (): Promise<void> => {
    const by = OPPOSITE[last.change];
    const sent = await send(by, last.domains, 'Undoing…');
    if (sent === null) return;
    errand.end(toUndoneText(by, sent.value), sent.rest?.sentence);
    setLeft(null);
    setLast({ ...last, domains: sent.rest?.domains ?? [] });
  };
  return { errand, left, undoes: last.domains.length, change, undo };
}
