import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import { PressButton } from '../common/press-button';
import { count, toDayText } from '../common/words';
import { Outcome } from '../common/outcome';
import { domainsOf } from '../common/companies';
import { SelectedSource, useSelected } from '../common/selected-companies';
import { useSheet } from '../common/sheet';
import { usePanel } from '../state/panel-state';
import { ChangesList } from './changes-list';
import type { CompanyChange } from './compare-companies';
import { refetch, findStale, readDays, type StaleAnswers } from './refetch';
import { toMissingText, toRefetchedText, toRefetchLabel } from './refresh-text';

const USUAL_DAYS = 30;

/** Fetches old answers of the selected companies again, for the price that is said first. */
export function StaleCard() {
  const isOn = usePanel().sees('activity');
  const engine = useSheet();
  const { host: bulk } = engine;
  const [isOpen, setOpen] = useState(false);
  const source = useSelected(isOn && isOpen);
  const [typed, setTyped] = useState(String(USUAL_DAYS));
  const [found, setFound] = useState<{ readonly of: string; readonly stale: StaleAnswers } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const [changes, setChanges] = useState<readonly CompanyChange[]>([]);
  const days = readDays(typed);
  const domains = source.selected === null ? [] : domainsOf(source.selected).domains;
  const key = JSON.stringify([days, domains]);
  // Without an effect, which would leave the price of other answers on its button for a moment.
  const stale = found?.of === key ? found.stale : null;
  const newest = useRef(key);
  newest.current = key;
  const look = async (): Promise<void> => {
    if (days === null || domains.length === 0) return;
    const ended = await engine.beside((ports) => findStale(ports, domains, days, bulk.shownAges?.bind(bulk)));
    if (newest.current !== key) return;
    setFound(ended.ok ? { of: key, stale: ended.value } : null);
    if (!ended.ok) setProblem(say(ended.error, 'action'));
  };
  /** For the days that are typed once an answer comes. */
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    setFound(null);
    if (!isBusy) {
      setSaid('');
      setProblem('');
      setChanges([]);
    }
    if (isOn && isOpen) void look();
  }, [key, isOn, isOpen]);
  const fetch = async ({ domains: old, price }: StaleAnswers): Promise<void> => {
    setBusy(true);
    setProblem('');
    setSaid('Fetching…');
    const ended = await engine.beside((ports) => refetch(ports, old, price.credits, 0));
    setBusy(false);
    setSaid(ended.ok ? toRefetchedText(ended.value) : '');
    if (!ended.ok) return setProblem(say(ended.error, 'action'));
    setChanges(ended.value.changes);
    setProblem(toMissingText(old.length, ended.value));
    void latest.current();
  };
  return (
    <section aria-labelledby="stale-title">
      <h2 id="stale-title">Old answers</h2>
      <p class="hint">Formulas keep showing saved answers. Fetch old ones again when you need them new.</p>
      <details class="cells" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>Refresh stale answers</summary>
        {isOpen && (
          <>
            <SelectedSource id="stale-domains" source={source} />
            <label for="stale-days">Older than, in days</label>
            <input
              id="stale-days"
              class="credits"
              type="text"
              inputMode="numeric"
              autocomplete="off"
              maxLength={4}
              value={typed}
              {...(days === null ? { 'aria-invalid': true } : {})}
              aria-describedby="stale-about"
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <p id="stale-about" role="status" class="hint">
              {days === null ? 'Type a number of days, such as 30.' : stale === null ? '' : toStaleText(stale)}
            </p>
            {stale !== null && stale.domains.length > 0 && (
              <div class="buttons">
                <PressButton isMain isOff={isBusy} onPress={() => void fetch(stale)}>
                  {toRefetchLabel(stale.domains.length, stale.price)}
                </PressButton>
              </div>
            )}
            <Outcome isBusy={isBusy} said={said} problem={problem} />
            {changes.length > 0 && <ChangesList changes={changes} />}
          </>
        )}
      </details>
    </section>
  );
}

function toStaleText({ domains, oldestMs, saved }: StaleAnswers): string {
  if (saved === 0) return 'None of these companies has a saved answer.';
  if (oldestMs === null) return `All ${count(saved, 'saved answer is', 'saved answers are')} newer.`;
  return `${domains.length.toLocaleString('en-US')} of ${count(saved, 'saved answer is', 'saved answers are')} older. The oldest is of ${toDayText(oldestMs)}.`;
}
