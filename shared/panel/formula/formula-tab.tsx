import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { builderHelp, type BuilderHelp } from '../../catalogue/derive/builder-help';
import { FUNCTIONS, type FunctionId } from '../../catalogue/index';
import type { BulkHost, ListSeparator } from '../bulk-host';
import { attempt } from '../common/bulk-engine';
import { keepFocus } from '../common/keep-focus';
import { ActiveCellProvider, useActiveCell } from '../common/insert/insert-at-cell';
import { FormulaForm } from './formula-form';
import { count } from '../common/words';
import { findJobs, JOBS, readFunctionIds } from './jobs';
import { readWish, type Wish } from './wish';
import { useSheet, Sheet } from '../common/sheet';
import { usePanel } from '../state/panel-state';

interface FormulaTabProps {
  readonly host: BulkHost;
}

/** Builds a formula: pick a question, name the companies, see the price, insert it. Nothing is spent before that. */
export function FormulaTab({ host }: FormulaTabProps) {
  return (
    <Sheet host={host}>
      <Builder />
    </Sheet>
  );
}

function Builder() {
  const isOn = usePanel().sees('formula');
  const { host } = useSheet();
  const help = useMemo(builderHelp, []);
  const [id, setId] = useState<FunctionId | null>(null);
  const [wish, setWish] = useState<Wish | null>(null);
  const [recent, setRecent] = useState(readRecentFunctions);
  const [favorites, setFavorites] = useState(readFavoriteFunctions);
  const [separator, setSeparator] = useState<ListSeparator>(',');
  const active = useActiveCell(isOn);
  const root = useRef<HTMLDivElement>(null);
  const goal = useRef('');
  useEffect(() => keepFocus(root.current!), []);
  useEffect(() => {
    if (!isOn) return;
    void attempt(() => host.listSeparator()).then((ended) => ended.ok && setSeparator(ended.value));
  }, [host, isOn]);
  useLayoutEffect(() => {
    if (goal.current === '') return;
    root.current?.querySelector<HTMLElement>(goal.current)?.focus();
    goal.current = '';
  }, [id]);
  const toggleFavorite = (of: FunctionId): void => {
    const next = favorites.includes(of) ? favorites.filter((each) => each !== of) : [...favorites, of];
    setFavorites(next);
    saveFavoriteFunctions(next);
  };
  return (
    <ActiveCellProvider value={active}>
      <div ref={root} class="formula">
        <section class="flow" aria-labelledby="formula-heading">
          <h2 id="formula-heading" tabIndex={-1}>
            Formula
          </h2>
          {id === null ? (
            <JobBrowser
              help={help}
              favorites={favorites}
              recent={recent}
              onOpen={(next, asked) => {
                goal.current = 'h3.source';
                setRecent(saveRecentFunction(next));
                setWish(asked);
                setId(next);
              }}
            />
          ) : (
            <FormulaForm
              key={id}
              help={help}
              id={id}
              wish={wish}
              separator={separator}
              isFavorite={favorites.includes(id)}
              onFavorite={() => toggleFavorite(id)}
              onBack={() => {
                goal.current = `[data-job="${id}"]`;
                setId(null);
              }}
            />
          )}
        </section>
      </div>
    </ActiveCellProvider>
  );
}

interface JobBrowserProps {
  readonly help: BuilderHelp;
  readonly favorites: readonly FunctionId[];
  readonly recent: readonly FunctionId[];
  /** @param wish what was asked for in words */
  readonly onOpen: (id: FunctionId, wish: Wish | null) => void;
}

/** Every function by what it does, so that users need not know its name. */
function JobBrowser({ help, favorites, recent, onOpen }: JobBrowserProps) {
  const { docs } = usePanel().host;
  const [typed, setTyped] = useState('');
  const wish = readWish(typed);
  const groups = findJobs(typed, { favorites, recent }, (id) => help.functions[id]);
  const found = groups.reduce((sum, { ids }) => sum + ids.length, 0);
  return (
    <>
      <div class="card">
        <label for="formula-search">What do you want to know?</label>
        <input
          id="formula-search"
          class="text"
          type="search"
          autocomplete="off"
          maxLength={60}
          placeholder="Partners, technologies, lists…"
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <p role="status" class="unseen">
          {typed.trim() === '' ? '' : count(found + (wish === null ? 0 : 1), 'function', 'functions')}
        </p>
        {wish !== null && (
          <button type="button" class="main" onClick={() => onOpen(wish.id, wish)}>
            {wish.label}
          </button>
        )}
        {found === 0 && wish === null && (
          <p class="hint">
            No function does “{typed.trim()}”.{' '}
            <button type="button" class="link" onClick={() => setTyped('')}>
              Show all {FUNCTIONS.length}
            </button>
          </p>
        )}
      </div>
      {groups.map(({ label, ids }) => (
        <section key={label} aria-label={label}>
          <h3>{label}</h3>
          <ul class="formula-jobs">
            {ids.map((id) => (
              <li key={id}>
                <button type="button" class="link" data-job={id} onClick={() => onOpen(id, null)}>
                  {JOBS[id]}
                </button>
                <p class="hint">{help.functions[id].about}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {docs !== undefined && (
        <p class="formula-docs">
          <a href={`${docs}functions.html`} target="_blank" rel="noopener">
            All functions and their options
          </a>
        </p>
      )}
    </>
  );
}

const RECENT = 'trace.formulaRecent';
const FAVORITES = 'trace.formulaFavorites';
const MOST_RECENT = 4;

/** What this browser saves for its user; nothing where it forbids its storage. */
function readRecentFunctions(): readonly FunctionId[] {
  return readFunctionIds(read(RECENT)).slice(0, MOST_RECENT);
}

function readFavoriteFunctions(): readonly FunctionId[] {
  return readFunctionIds(read(FAVORITES));
}

function saveRecentFunction(id: FunctionId): readonly FunctionId[] {
  const recent = [id, ...readRecentFunctions().filter((each) => each !== id)].slice(0, MOST_RECENT);
  write(RECENT, recent);
  return recent;
}

function saveFavoriteFunctions(favorites: readonly FunctionId[]): void {
  write(FAVORITES, favorites);
}

function read(place: string): string {
  try {
    return localStorage.getItem(place) ?? '';
  } catch {
    return '';
  }
}

function write(place: string, ids: readonly FunctionId[]): void {
  try {
    localStorage.setItem(place, ids.join(' '));
  } catch {
    // It is forgotten when the panel closes.
  }
}
