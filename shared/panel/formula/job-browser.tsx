import { useState } from 'preact/hooks';
import { FUNCTIONS, type FunctionId } from '../../catalogue/index';
import type { BuilderHelp } from '../../catalogue/derive/builder-help';
import { count } from '../count';
import { findJobs, JOBS } from './jobs';

interface Props {
  readonly help: BuilderHelp;
  readonly favorites: readonly FunctionId[];
  readonly recent: readonly FunctionId[];
  /** The address of the help pages for functions. */
  readonly docs?: string;
  readonly onOpen: (id: FunctionId) => void;
}

/** Every function by what it does, so that nobody has to know their names. */
export function JobBrowser({ help, favorites, recent, docs, onOpen }: Props) {
  const [typed, setTyped] = useState('');
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
          {typed.trim() === '' ? '' : count(found, 'function', 'functions')}
        </p>
        {found === 0 && (
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
                <button type="button" class="link" data-job={id} onClick={() => onOpen(id)}>
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
