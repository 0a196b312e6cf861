import { useEffect, useMemo, useState } from 'preact/hooks';
import { PressButton } from '../../common/press-button';
import { count } from '../../common/words';
import { toMostPrice } from '../explore-text';
import { Outcome } from '../../common/outcome';
import { notesBookOf } from '../../common/notes-book';
import { useWarmPaths } from './use-warm-paths';
import { WarmAnswers } from './warm-answers';
import { MOST_PAIRS, toPairs, type WarmSearch } from './warm-paths';
import { CompaniesField } from '../../common/fields/companies-field';
import { useSheet } from '../../common/sheet';
import { usePanel } from '../../state/panel-state';
import { readCompanies } from '../../../cells/companies-in-text';

interface WarmCardProps {
  readonly isUnfolded: boolean;
}

/** Which accounts partner with which companies. Answers are saved, so closing the panel loses and costs nothing. */
export function WarmCard({ isUnfolded }: WarmCardProps) {
  const isOn = usePanel().sees('explore') && isUnfolded;
  const engine = useSheet();
  const book = useMemo(() => notesBookOf(engine.host), [engine]);
  const [accountsText, setAccounts] = useState('');
  const [partnersText, setPartners] = useState('');
  const accounts = useMemo(() => readCompanies(accountsText).companies, [accountsText]);
  const partners = useMemo(() => readCompanies(partnersText).companies, [partnersText]);
  const isTooMany = accounts.length * partners.length > MOST_PAIRS;
  const pairs = useMemo(() => (isTooMany ? [] : toPairs(accounts, partners)), [accounts, partners]);
  const warm = useWarmPaths(pairs, isOn);
  useEffect(() => {
    // If the host refuses, the user selects the companies again.
    const read = book.read().catch(() => null);
    void read.then((notes) => {
      if (notes?.warm === null || notes?.warm === undefined) return;
      const { warm: last } = notes;
      setAccounts((text) => (text === '' ? last.accounts.join('\n') : text));
      setPartners((text) => (text === '' ? last.partners.join('\n') : text));
    });
  }, [book]);
  const ask = (search: WarmSearch): void => {
    book.change((notes) => ({ ...notes, warm: { accounts, partners } })).catch(() => undefined);
    warm.ask(search);
  };
  const { search, done } = warm;
  const isBusy = done !== null;
  const open = search?.paths.filter(({ found }) => found.is === 'open').length ?? 0;
  return (
    <>
      <p class="hint">Which accounts partner with whom, since when and how often.</p>
      <CompaniesField
        id="warm-accounts"
        label="Accounts"
        placeholder="stripe.com"
        text={accountsText}
        isOff={isBusy}
        onText={setAccounts}
      />
      <CompaniesField
        id="warm-partners"
        label="Partners"
        placeholder="shopify.com"
        text={partnersText}
        isOff={isBusy}
        onText={setPartners}
      />
      {isTooMany && (
        <p class="problem">
          {(accounts.length * partners.length).toLocaleString('en-US')} pairs are too many. Use fewer accounts or
          partners: up to {MOST_PAIRS.toLocaleString('en-US')} pairs at a time.
        </p>
      )}
      {search !== null && (
        <p>
          {count(search.paths.length, 'pair', 'pairs')}
          {open > 0 &&
            open < search.paths.length &&
            `, ${(search.paths.length - open).toLocaleString('en-US')} answered`}
          {open === 0 && ', all answered'}
        </p>
      )}
      {done !== null && <progress aria-label="Pairs answered" max={Math.max(1, done.of)} value={done.pairs} />}
      <div class="buttons">
        {search !== null && (open > 0 || isBusy) && (
          <PressButton
            isMain={!isBusy}
            isOff={warm.isStopping && isBusy}
            onPress={() => (isBusy ? warm.stop() : ask(search))}
          >
            {isBusy ? 'Stop' : `Ask about ${count(open, 'pair', 'pairs')} · ${toMostPrice(search.credits)}`}
          </PressButton>
        )}
      </div>
      {search !== null && open > 0 && !isBusy && <p class="hint">Trace charges a partner once in 30 days.</p>}
      <Outcome
        isBusy={isBusy}
        said={
          done === null
            ? warm.said
            : warm.isStopping
              ? 'Stopping after these pairs…'
              : `Asking about pair ${Math.min(done.of, done.pairs + 1).toLocaleString('en-US')} of ${done.of.toLocaleString('en-US')}…`
        }
        problem={warm.problem}
      />
      {search !== null && open < search.paths.length && <WarmAnswers paths={search.paths} isBusy={isBusy} />}
    </>
  );
}
