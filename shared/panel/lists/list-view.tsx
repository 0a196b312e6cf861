import { useEffect, useRef, useState } from 'preact/hooks';
import type { Definition, SavedList, TierCounts } from '../../client/resources/list-answers';
import type { Act } from '../act';
import type { BulkEngine } from '../bulk/bulk-engine';
import { DefinitionCard } from './definition-card';
import { DefinitionEditor } from './definition-editor';
import { ListDomains } from './list-domains';
import { ListSettings } from './list-settings';
import { isGone, mayChange, nameOfList } from './list-text';
import { MembersCard } from './members-card';
import type { MembersShelf } from './members-shelf';
import { LOADING, type Remote } from './remote';

interface Props {
  readonly act: Act;
  readonly engine: BulkEngine;
  readonly shelf: MembersShelf;
  readonly list: SavedList;
  /** What happened before, such as that it was created; `''`: nothing. */
  readonly said: string;
  /** Whether somebody sees it. */
  readonly isOn: boolean;
  readonly onRenamed: (list: SavedList) => void;
  readonly onDeleted: (said: string) => void;
  /** It was deleted meanwhile, or is no longer shared. */
  readonly onGone: () => void;
  readonly onBack: () => void;
}

/** One list: its definition, its companies, and what may be done with it. */
export function ListView(props: Props) {
  const { act, engine, shelf, list, isOn, onRenamed, onDeleted, onGone, onBack } = props;
  const [definition, setDefinition] = useState<Remote<Definition | null>>(LOADING);
  const [counts, setCounts] = useState<Remote<TierCounts | null>>(LOADING);
  const [isEditing, setEditing] = useState(false);
  const [said, setSaid] = useState(props.said);
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
        act={act}
        engine={engine}
        list={list}
        definition={definition.is === 'ready' ? definition.value : null}
        onSaved={(saved) => {
          setDefinition({ is: 'ready', value: saved });
          setEditing(false);
          setSaid('The definition is saved.');
          changed();
          requestAnimationFrame(() => title.current?.focus());
        }}
        onGone={onGone}
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
      <MembersCard
        engine={engine}
        list={list}
        shelf={shelf}
        counts={counts.is === 'ready' ? counts.value : null}
        onGone={onGone}
      />
      {mayChange(list) && (
        <>
          <ListDomains act={act} engine={engine} list={list} isOn={isOn} onChanged={changed} onGone={onGone} />
          <ListSettings act={act} list={list} onRenamed={onRenamed} onDeleted={onDeleted} onGone={onGone} />
        </>
      )}
    </>
  );
}
