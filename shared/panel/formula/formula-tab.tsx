import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { builderHelp, type BuilderHelp } from '../../catalogue/derive/builder-help';
import type { FunctionId } from '../../catalogue/index';
import type { ListSeparator } from '../bulk-host';
import { attempt } from '../common/bulk-engine';
import { keepInBrowser, readKept } from '../common/browser';
import { keepFocus } from '../common/keep-focus';
import { ActiveCellProvider, useActiveCell } from '../common/insert/insert-at-cell';
import { FormulaForm } from './formula-form';
import { count } from '../common/words';
import { findJobs, JOBS, readFunctionIds } from './jobs';
import { readWish, type FunctionWish, type Wish } from './wish';
import { RecipeForm } from '../recipes/recipe-form';
import { RecipeList } from '../recipes/recipe-list';
import { findRecipes, type RecipeId } from '../../recipes/index';
import type { TypedAnswers } from '../../recipes/read-answers';
import { useSheet } from '../common/sheet';
import { usePanel } from '../state/panel-state';
import { TextField } from '../common/fields/controls';
import { Said } from '../common/outcome';
import { LinkButton } from '../common/press-button';

/** Builds a formula: pick a question, name the companies, see the price, insert it. Nothing is spent before that. */
export function FormulaTab() {
  const { sees, toMake } = usePanel();
  const isOn = sees('formula');
  const { host } = useSheet();
  const help = useMemo(builderHelp, []);
  const [opened, setOpened] = useState<Opened | null>(null);
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
    const find = (selector: string) => root.current?.querySelector<HTMLElement>(selector);
    // A recipe may be folded away.
    (find(goal.current) ?? find('#formula-search'))?.focus();
    goal.current = '';
  }, [opened]);
  useEffect(() => {
    if (toMake === null) return;
    goal.current = 'h3.source';
    setOpened({ is: 'recipe', id: toMake.id, typed: {} });
  }, [toMake]);
  const open = (next: Opened): void => {
    goal.current = 'h3.source';
    setOpened(next);
    if (next.is !== 'function') return;
    const used = [next.id, ...readRecentFunctions().filter((each) => each !== next.id)].slice(0, MOST_RECENT);
    setRecent(used);
    keepInBrowser(RECENT, used.join(' '));
  };
  const toggleFavorite = (of: FunctionId): void => {
    const next = favorites.includes(of) ? favorites.filter((each) => each !== of) : [...favorites, of];
    setFavorites(next);
    keepInBrowser(FAVORITES, next.join(' '));
  };
  return (
    <ActiveCellProvider value={active}>
      <div ref={root} class="formula">
        <section class="flow" aria-labelledby="formula-heading">
          <h2 id="formula-heading" tabIndex={-1}>
            Formula
          </h2>
          {opened === null && <JobBrowser help={help} favorites={favorites} recent={recent} onOpen={open} />}
          {opened?.is === 'recipe' && (
            <RecipeForm
              key={opened.id}
              id={opened.id}
              given={opened.typed}
              onBack={() => {
                goal.current = `[data-recipe="${opened.id}"]`;
                setOpened(null);
              }}
            />
          )}
          {opened?.is === 'function' && (
            <FormulaForm
              key={opened.id}
              help={help}
              id={opened.id}
              wish={opened.wish}
              separator={separator}
              isFavorite={favorites.includes(opened.id)}
              onFavorite={() => toggleFavorite(opened.id)}
              onBack={() => {
                goal.current = `[data-job="${opened.id}"]`;
                setOpened(null);
              }}
            />
          )}
        </section>
      </div>
    </ActiveCellProvider>
  );
}

/** What is open; `null` in its place: the list. */
type Opened =
  | { readonly is: 'function'; readonly id: FunctionId; readonly wish: FunctionWish | null }
  | { readonly is: 'recipe'; readonly id: RecipeId; readonly typed: TypedAnswers };

const toOpened = (wish: Wish): Opened => (wish.is === 'function' ? { is: 'function', id: wish.id, wish } : wish);

const RECIPES_FIRST = 5;

interface JobBrowserProps {
  readonly help: BuilderHelp;
  readonly favorites: readonly FunctionId[];
  readonly recent: readonly FunctionId[];
  readonly onOpen: (opened: Opened) => void;
}

/** Every recipe and every function by what it does, so that users need not know its name. */
function JobBrowser({ help, favorites, recent, onOpen }: JobBrowserProps) {
  const { docs } = usePanel().host;
  const [typed, setTyped] = useState('');
  const wish = readWish(typed);
  const groups = findJobs(typed, { favorites, recent }, (id) => help.functions[id]);
  const recipes = findRecipes(typed);
  const found = recipes.length + groups.reduce((sum, { ids }) => sum + ids.length, 0);
  const isTyped = typed.trim() !== '';
  return (
    <>
      <div class="card">
        <label for="formula-search">What do you want to know?</label>
        <TextField
          id="formula-search"
          type="search"
          maxLength={60}
          placeholder="Who uses Shopify in Germany"
          text={typed}
          onType={setTyped}
        />
        <Said style="unseen">{isTyped ? count(found + (wish === null ? 0 : 1), 'match', 'matches') : ''}</Said>
        {wish !== null && (
          <button type="button" class="main" onClick={() => onOpen(toOpened(wish))}>
            {wish.label}
          </button>
        )}
        {found === 0 && wish === null && (
          <p class="hint">
            No recipe or function does “{typed.trim()}”. <LinkButton onPress={() => setTyped('')}>Show all</LinkButton>
          </p>
        )}
      </div>
      {recipes.length > 0 && (
        <section class="recipes" aria-label="Recipes">
          <h3>{isTyped ? 'Recipes' : 'Start from a recipe'}</h3>
          <RecipeList
            key={typed.trim()}
            recipes={recipes}
            first={isTyped ? recipes.length : RECIPES_FIRST}
            onOpen={(id) => onOpen({ is: 'recipe', id, typed: {} })}
          />
        </section>
      )}
      {groups.map(({ label, ids }) => (
        <section key={label} aria-label={label}>
          <h3>{label}</h3>
          <ul class="formula-jobs">
            {ids.map((id) => (
              <li key={id}>
                <button
                  type="button"
                  class="link"
                  data-job={id}
                  onClick={() => onOpen({ is: 'function', id, wish: null })}
                >
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

function readRecentFunctions(): readonly FunctionId[] {
  return readFunctionIds(readKept(RECENT) ?? '').slice(0, MOST_RECENT);
}

function readFavoriteFunctions(): readonly FunctionId[] {
  return readFunctionIds(readKept(FAVORITES) ?? '');
}
