import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { builderHelp } from '../../catalogue/derive/builder-help';
import type { FunctionId } from '../../catalogue/index';
import type { BulkHost, ListSeparator } from '../bulk-host';
import { attempt, BulkEngine } from '../bulk/bulk-engine';
import { keepFocus } from '../bulk/keep-focus';
import { useActiveCell } from '../explore/use-active-cell';
import { FormulaForm } from './formula-form';
import { JobBrowser } from './job-browser';
import {
  readFavoriteFunctions,
  readRecentFunctions,
  saveFavoriteFunctions,
  saveRecentFunction,
} from './saved-functions';

interface Props {
  readonly host: BulkHost;
  /** Whether somebody sees this tab. */
  readonly isOn: boolean;
  readonly docs?: string;
}

/** Builds a formula: pick what to know, say about whom, see the price, insert it. Nothing is sent before it is in the sheet. */
export function FormulaTab({ host, isOn, docs }: Props) {
  const engine = useMemo(() => new BulkEngine(host), [host]);
  const help = useMemo(builderHelp, []);
  const [id, setId] = useState<FunctionId | null>(null);
  const [recent, setRecent] = useState(readRecentFunctions);
  const [favorites, setFavorites] = useState(readFavoriteFunctions);
  const [separator, setSeparator] = useState<ListSeparator>(',');
  const active = useActiveCell(host, isOn);
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
            {...(docs === undefined ? {} : { docs })}
            onOpen={(next) => {
              goal.current = 'h3.source';
              setRecent(saveRecentFunction(next));
              setId(next);
            }}
          />
        ) : (
          <FormulaForm
            key={id}
            engine={engine}
            active={active}
            help={help}
            id={id}
            separator={separator}
            isFavorite={favorites.includes(id)}
            onFavorite={() => toggleFavorite(id)}
            {...(docs === undefined ? {} : { docs })}
            onBack={() => {
              goal.current = `[data-job="${id}"]`;
              setId(null);
            }}
          />
        )}
      </section>
    </div>
  );
}
