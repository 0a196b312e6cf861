import { useEffect, useRef, useState } from 'preact/hooks';
import type { Definition, TierCounts } from '../../client/resources/list-answers';
import { DefinitionEditor } from './definition-editor';
import { usePanel } from '../state/panel-state';
import { ListDomains } from './list-domains';
import { ListSettings } from './list-settings';
import { isGone, mayChange, nameOfList } from './list-text';
import { MembersCard } from './members-card';
import { LOADING, toRemote, type Remote, Unread } from './remote';
import type { RefObject } from 'preact';
import { toConditionsText } from './definition-words';
import { useOpenList } from './open-list';
import { Said } from '../common/outcome';
import { LinkButton } from '../common/press-button';

interface ListViewProps {
  /** What happened before, such as that it was created; `''`: nothing. */
  readonly said: string;
  readonly onBack: () => void;
}

/** One list: its conditions, its companies, and what may be done with it. */
export function ListView({ said: saidBefore, onBack }: ListViewProps) {
  const { act } = usePanel();
  const { list, shelf, onGone } = useOpenList();
  const [definition, setDefinition] = useState<Remote<Definition | null>>(LOADING);
  const [counts, setCounts] = useState<Remote<TierCounts | null>>(LOADING);
  const [isEditing, setEditing] = useState(false);
  const [said, setSaid] = useState(saidBefore);
  const title = useRef<HTMLHeadingElement>(null);
  const listId = list.list_id;
  const load = async (): Promise<void> => {
    setDefinition((before) => (before.is === 'ready' ? before : LOADING));
    const answer = await act('readDefinition', { listId });
    if (isGone(answer)) return onGone();
    setDefinition(toRemote(answer));
  };
  const recount = async (): Promise<void> => {
    setCounts(LOADING);
    const answer = await act('materializeList', { listId });
    if (isGone(answer)) return onGone();
    setCounts(toRemote(answer));
  };
  useEffect(() => {
    void load();
    void recount();
  }, [listId]);
  const changed = (): void => {
    shelf.noteChanged(listId);
    void recount();
  };
  if (isEditing) {
    return (
      <DefinitionEditor
        definition={definition.is === 'ready' ? definition.value : null}
        onSaved={(saved) => {
          setDefinition({ is: 'ready', value: saved });
          setEditing(false);
          setSaid('The conditions are saved.');
          changed();
          requestAnimationFrame(() => title.current?.focus());
        }}
        onCancel={() => {
          setEditing(false);
          requestAnimationFrame(() => document.getElementById('edit-conditions')?.focus());
        }}
      />
    );
  }
  return (
    <>
      <ListHead
        title={title}
        conditions={definition}
        said={said}
        onBack={onBack}
        onEdit={() => {
          setSaid('');
          setEditing(true);
        }}
        onRetry={() => void load()}
      />
      <MembersCard counts={counts} onRecount={() => void recount()} />
      {mayChange(list) && (
        <>
          <ListDomains onChanged={changed} />
          <ListSettings />
        </>
      )}
    </>
  );
}

interface Props {
  readonly title: RefObject<HTMLHeadingElement>;
  readonly conditions: Remote<Definition | null>;
  /** What happened before; `''`: nothing. */
  readonly said: string;
  readonly onBack: () => void;
  readonly onEdit: () => void;
  readonly onRetry: () => void;
}

/** The name of a list, and which companies belong to it. */
function ListHead({ title, conditions, said, onBack, onEdit, onRetry }: Props) {
  const { list } = useOpenList();
  const canEdit = mayChange(list);
  return (
    <div class="flow-head">
      <LinkButton onPress={onBack}>All lists</LinkButton>
      <h2 ref={title} tabIndex={-1} dir="auto">
        {nameOfList(list)}
      </h2>
      {list.access_level !== null && <span class="badge">{list.access_level}</span>}
      <Said style={said === '' ? '' : 'is-set'}>{said}</Said>
      {!canEdit && <p class="hint">You can read this list. To change it, ask its owner for editor access.</p>}
      <Unread of={conditions} loading="Loading the conditions…" onRetry={onRetry} />
      {conditions.is === 'ready' && (
        <p class="hint" dir="auto">
          {conditions.value === null
            ? 'No conditions: companies are added to this list by hand.'
            : toConditionsText(conditions.value.tree)}
        </p>
      )}
      {canEdit && conditions.is === 'ready' && (
        <div class="buttons">
          <button id="edit-conditions" type="button" onClick={onEdit}>
            {conditions.value === null ? 'Add conditions' : 'Edit conditions'}
          </button>
        </div>
      )}
    </div>
  );
}
