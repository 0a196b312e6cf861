import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import { usePanel } from '../state/panel-state';
import { keepFocus } from '../common/keep-focus';
import { CatalogueCard } from './catalogue-card';
import { CompareCard } from './compare-card';
import { CompaniesPart } from './companies-part';
import { CompanyCard } from './company-card';
import { ExploreBox } from './explore-box';
import { placeOf } from '../common/insert/insertion';
import { ReceiptPart } from './receipt-part';
import { readFollows, readSavedRecent, saveFollows, saveRecent, ExploringProvider } from './exploring';
import { companyOfCell, keyOf, nameOf, withRecent, type Subject } from './subject';
import { ActiveCellProvider, useActiveCell } from '../common/insert/insert-at-cell';
import { SubjectChips } from './subject-chips';
import { WarmCard } from './warm/warm-card';
import { Check } from '../common/fields/controls';
import { Said } from '../common/outcome';
import { LinkButton, PressButton } from '../common/press-button';

/** Looks at one company, technology, vendor or category. Each step that costs says so on its button. */
export function ExploreSection() {
  const { keys, sees } = usePanel();
  const { key: ofPanel } = keys.state;
  /** Changes with the key: what is saved belongs to its account. */
  const keyNews = ofPanel?.hasKey === true ? ofPanel.account : '';
  const isOpen = sees('explore');
  const [trail, setTrail] = useState<readonly Subject[]>([]);
  const [recent, setRecent] = useState(readSavedRecent);
  const [follows, setFollows] = useState(readFollows);
  const [said, setSaid] = useState('');
  const active = useActiveCell(isOpen);
  const section = useRef<HTMLElement>(null);
  const subject = trail[trail.length - 1];
  const key = subject === undefined ? '' : `${keyOf(subject)} ${keyNews}`;
  const open = (next: Subject, isFollowing = false): void => {
    setSaid('');
    setTrail((now) => {
      const last = now[now.length - 1];
      if (last !== undefined && keyOf(last) === keyOf(next)) return now;
      return isFollowing ? [...now.slice(0, -1), next] : [...now, next];
    });
    const saved = withRecent(recent, next);
    setRecent(saved);
    saveRecent(saved);
  };
  useEffect(() => keepFocus(section.current!), []);
  useEffect(() => {
    const company = active.cell === null ? null : companyOfCell(active.cell.value);
    if (follows && company !== null) open({ is: 'company', identifier: company }, true);
  }, [follows, active.cell]);
  // Opening it from within the card before removes the focused element: the focus moves to the new card.
  const before = useRef(key);
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement?.tagName === 'H2';
    if (before.current !== key && isOpen && isLost)
      section.current?.querySelector<HTMLElement>('.explore-title')?.focus();
    before.current = key;
  }, [key]);
  const follow = (next: boolean): void => {
    setFollows(next);
    saveFollows(next);
    void active.read();
  };
  const openActive = async (): Promise<void> => {
    const ended = await active.read();
    if (!ended.ok) return setSaid(say(ended.error, 'action'));
    if (ended.value === 'object') return setSaid('Select a cell with a company domain.');
    const company = companyOfCell(ended.value.value);
    if (company === null) setSaid(`${placeOf(ended.value)} holds no company domain.`);
    else open({ is: 'company', identifier: company });
  };
  return (
    <ExploringProvider value={{ open }}>
      <ActiveCellProvider value={active}>
        <section ref={section} class="flow" aria-labelledby="explore-heading">
          <h2 id="explore-heading" tabIndex={-1}>
            Explore
          </h2>
          <div class="card">
            <ExploreBox recent={recent} onOpen={open} />
            <div class="explore-follow">
              <Check role="switch" isChecked={follows} onCheck={follow}>
                Follow the active cell
              </Check>
              <PressButton onPress={() => void openActive()}>Explore active cell</PressButton>
            </div>
            <Said style="hint">{said}</Said>
            <ReceiptPart />
            {subject === undefined && recent.length > 0 && <SubjectChips label="Recent" of={recent} />}
            {trail.length > 1 && (
              <LinkButton onPress={() => setTrail(trail.slice(0, -1))}>
                Back to {nameOf(trail[trail.length - 2]!)}
              </LinkButton>
            )}
          </div>
          {subject === undefined ? <Examples /> : <Card key={key} subject={subject} />}
          <WarmPart key={keyNews} />
        </section>
      </ActiveCellProvider>
    </ExploringProvider>
  );
}

function Card({ subject }: { readonly subject: Subject }) {
  switch (subject.is) {
    case 'company':
      return <CompanyCard identifier={subject.identifier} />;
    case 'compare':
      return <CompareCard identifier={subject.identifier} other={subject.other} />;
    case 'search':
      return (
        <>
          <div class="card">
            <h3 class="source explore-title" tabIndex={-1}>
              Companies named “{subject.query}”
            </h3>
          </div>
          <CompaniesPart ask={{ by: 'name', name: subject.query, title: subject.query }} total={null} />
        </>
      );
    case 'technology':
    case 'vendor':
    case 'category':
      return <CatalogueCard kind={subject.is} name={subject.name} />;
  }
}

/** Where nothing is open yet: what can be opened, as examples to click. */
function Examples() {
  const { key } = usePanel().keys.state;
  const company: Subject = { is: 'company', identifier: key?.hasKey === true ? 'stripe.com' : PRACTICE_COMPANY };
  return (
    <div class="card">
      <p>Look at one company, technology, vendor or category. Suggestions are free, and each price is on its button.</p>
      <SubjectChips label="Examples" of={[company, ...EXAMPLES]} toText={toExampleText} />
    </div>
  );
}

const EXAMPLES: readonly Subject[] = [
  { is: 'technology', name: 'Shopify' },
  { is: 'category', name: 'Payments' },
];
/** Answered without a key. */
const PRACTICE_COMPANY = 'northwind-bakery.example';

function toExampleText(subject: Subject): string {
  if (subject.is === 'technology') return `Who uses ${subject.name}?`;
  return subject.is === 'category' ? `${subject.name} tools` : nameOf(subject);
}

/** Warm paths, once they are opened. Closed again, they stay, so that no answers are missed. */
function WarmPart() {
  const [isOpen, setOpen] = useState(false);
  const [hasOpened, setOpened] = useState(false);
  return (
    <details
      class="card warm"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        setOpen(open);
        if (open) setOpened(true);
      }}
    >
      <summary>Warm paths</summary>
      {hasOpened && <WarmCard isUnfolded={isOpen} />}
    </details>
  );
}
