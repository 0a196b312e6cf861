import { useEffect, useRef, useState } from 'preact/hooks';
import type { Definition, TierCounts } from '../../client/resources/list-answers';
import { DefinitionEditor } from './definition-editor';
import { usePanel } from '../state/panel-state';
import { useOpenList } from './open-list';
import { ListDomains } from './list-domains';
import { ListSettings } from './list-settings';
import { isGone, mayChange, nameOfList, LOADING, type Remote } from './list-text';
import { MembersCard } from './members-card';
import { TIERS } from '../../client/resources/lists';
import { toDefinitionLines } from './definition-words';

interface ListViewProps {
  /** What happened before, such as that it was created; `''`: nothing. */
  readonly said: string;
  readonly onBack: () => void;
}

/** One list: its definition, its companies, and what may be done with it. */
export function ListView({ said: saidBefore, onBack }: ListViewProps) {
  const { act } = usePanel();
  const { list, shelf, onGone } = useOpenList();
  const [definition, setDefinition] = useState<Remote<Definition | null>>(LOADING);
  const [counts, setCounts] = useState<Remote<TierCounts | null>>(LOADING);
  const [isEditing, setEditing] = useState(false);
  const [said, setSaid] = useState(saidBefore);
  const title = useRef<HTMLHeadingElement>(null);
  const isThere = useRef(true);
  const listId = list.list_id;
  useEffect(() => () => void (isThere.current = false), []);
  const load = async (): Promise<void> => {
    setDefinition((before) => (before.is === 'ready' ? before : LOADING));
    const answer = await act('readDefinition', { listId });
    if (!isThere.current) return;
    if (isGone(answer)) return onGone();
    setDefinition(answer.ok ? { is: 'ready', value: answer.value } : { is: 'failed', sentence: answer.sentence });
  };
  const recount = async (): Promise<void> => {
    setCounts(LOADING);
    const answer = await act('materializeList', { listId });
    if (!isThere.current) return;
    if (isGone(answer)) return onGone();
    setCounts(answer.ok ? { is: 'ready', value: answer.value } : { is: 'failed', sentence: answer.sentence });
  };
  useEffect(() => {
    void load();
    void recount();
  }, [listId]);
  const changed = (): void => {
    shelf.markChanged(listId);
    void recount();
  };
  if (isEditing) {
    return (
      <DefinitionEditor
        definition={definition.is === 'ready' ? definition.value : null}
        onSaved={(saved) => {
          setDefinition({ is: 'ready', value: saved });
          setEditing(false);
          setSaid('The definition is saved.');
          changed();
          requestAnimationFrame(() => title.current?.focus());
        }}
        onCancel={() => {
          setEditing(false);
          requestAnimationFrame(() => document.getElementById('edit-definition')?.focus());
        }}
      />
    );
  }
  return (
    <>
      <div class="flow-head">
        <button type="button" class="link" onClick={onBack}>
          All lists
        </button>
        <h2 ref={title} tabIndex={-1} dir="auto">
          {nameOfList(list)}
        </h2>
        {list.access_level !== null && <span class="badge">{list.access_level}</span>}
        <p role="status" class={said === '' ? '' : 'is-set'}>
          {said}
        </p>
        {!mayChange(list) && <p class="hint">You can read this list. To change it, ask its owner for editor access.</p>}
      </div>
      <DefinitionCard
        definition={definition}
        counts={counts}
        canEdit={mayChange(list)}
        onEdit={() => {
          setSaid('');
          setEditing(true);
        }}
        onRetry={() => {
          if (definition.is === 'failed') void load();
          if (counts.is === 'failed') void recount();
        }}
      />
      <MembersCard counts={counts.is === 'ready' ? counts.value : null} />
      {mayChange(list) && (
        <>
          <ListDomains onChanged={changed} />
          <ListSettings />
        </>
      )}
    </>
  );
}

interface DefinitionCardProps {
  readonly definition: Remote<Definition | null>;
  readonly counts: Remote<TierCounts | null>;
  readonly canEdit: boolean;
  readonly onEdit: () => void;
  readonly onRetry: () => void;
}

/** Which companies belong to the list, in words, and how many there are. */
function DefinitionCard({ definition, counts, canEdit, onEdit, onRetry }: DefinitionCardProps) {
  return (
    <section aria-labelledby="definition-title">
      <h3 id="definition-title">Definition</h3>
      {definition.is === 'loading' && (
        <p role="status" class="is-busy">
          Loading the definition…
        </p>
      )}
      {definition.is === 'failed' && (
        <p role="alert" class="problem">
          {definition.sentence}
        </p>
      )}
      {definition.is === 'ready' && definition.value === null && (
        <p class="hint">None: companies are added to this list by hand.</p>
      )}
      {definition.is === 'ready' && definition.value !== null && (
        <ul class="told">
          {toDefinitionLines(definition.value.tree).map(({ depth, text }, at) => (
            <li key={at} class={`depth-${Math.min(depth, 4)}`} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      )}
      <Counts counts={counts} />
      <div class="buttons">
        {canEdit && definition.is === 'ready' && (
          <button id="edit-definition" type="button" onClick={onEdit}>
            {definition.value === null ? 'Add a definition' : 'Edit definition'}
          </button>
        )}
        {(definition.is === 'failed' || counts.is === 'failed') && (
          <button type="button" onClick={onRetry}>
            Try again
          </button>
        )}
      </div>
    </section>
  );
}

function Counts({ counts }: Pick<DefinitionCardProps, 'counts'>) {
  if (counts.is === 'loading') {
    return (
      <p role="status" class="is-busy">
        Counting companies…
      </p>
    );
  }
  if (counts.is === 'failed') {
    return (
      <p role="alert" class="problem">
        {counts.sentence}
      </p>
    );
  }
  const { value } = counts;
  if (value === null) return <p class="hint">Trace does not say how many companies it has.</p>;
  return (
    <div class="chips" role="group" aria-label="Companies by tier">
      {TIERS.map((tier) => (
        <span key={tier} class="chip">
          <b>{value[tier]?.toLocaleString('en-US') ?? '?'}</b> {tier}
        </span>
      ))}
    </div>
  );
}
