import { useEffect, useRef, useState } from 'preact/hooks';
import type { FilterFields } from '../../client/resources/filter-fields';
import { readObject } from '../../client/json';
import type { Definition } from '../../client/resources/list-answers';
import { PressButton } from '../common/press-button';
import { useSheetNames } from '../common/use-names';
import { count } from '../common/words';
import { Outcome } from '../common/outcome';
import { asGroup, findBlankValue, findEmptyGroup, type Tree } from './definition-tree';
import { toUnknownWords } from './definition-words';
import { EditedDefinitionProvider } from './edited-definition';
import { useOpenList } from './open-list';
import { GroupEditor, newCondition } from './group-editor';
import { isGone, nameOfList, LOADING, type Remote } from './list-text';
import { usePanel } from '../state/panel-state';

interface Props {
  /** As it was read; `null`: the list has none. */
  readonly definition: Definition | null;
  readonly onSaved: (saved: Definition) => void;
  readonly onCancel: () => void;
}

/** Counts once after typing, not at each letter. */
const COUNT_AFTER_MS = 600;

type Counted = Remote<number | null> | { readonly is: 'unfinished'; readonly sentence: string };

/** What is about to be replaced, and in whose words. */
interface Asked {
  readonly willDo: string;
  /** Whether someone else changed the conditions since they were opened here. */
  readonly isOther: boolean;
}

/** Edits the tree of conditions. Counting what it finds is free. Whatever is not edited is sent back as it came. */
export function DefinitionEditor({ definition, onSaved, onCancel }: Props) {
  const { list, onGone } = useOpenList();
  const { act } = usePanel();
  const [fields, setFields] = useState<Remote<FilterFields>>(LOADING);
  const [tree, setTree] = useState<Tree | null>(definition?.tree ?? null);
  const [counted, setCounted] = useState<Counted>(LOADING);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const { seen } = useSheetNames(true);
  const newest = useRef(0);
  const title = useRef<HTMLHeadingElement>(null);
  const isThere = useRef(true);
  useEffect(() => () => void (isThere.current = false), []);
  const loadFields = async (): Promise<void> => {
    setFields(LOADING);
    const answer = await act('readFields', {});
    if (!isThere.current) return;
    setFields(answer.ok ? { is: 'ready', value: answer.value } : { is: 'failed', sentence: answer.sentence });
    if (answer.ok) setTree((before) => before ?? { op: 'and', children: [newCondition(answer.value)] });
  };
  useEffect(() => {
    title.current?.focus();
    void loadFields();
  }, []);
  const lacks = tree === null ? '' : lacksOf(tree);
  useEffect(() => {
    newest.current += 1;
    const own = newest.current;
    if (tree === null || fields.is !== 'ready') return undefined;
    if (lacks !== '') return setCounted({ is: 'unfinished', sentence: lacks });
    setCounted(LOADING);
    const timer = setTimeout(() => {
      void act('previewCount', { definition: given(definition, tree) }).then((answer) => {
        if (own !== newest.current || !isThere.current) return;
        setCounted(answer.ok ? { is: 'ready', value: answer.value } : { is: 'failed', sentence: answer.sentence });
      });
    }, COUNT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [tree, fields.is]);
  const change = (next: unknown): void => {
    setAsked(null);
    setProblem('');
    setTree(readObject(next) ?? tree);
  };
  const save = async (confirmed: boolean): Promise<void> => {
    if (tree === null || said !== '') return;
    if (lacks !== '') return setProblem(lacks);
    setProblem('');
    setSaid(confirmed ? 'Saving…' : 'Checking…');
    const wanted = { listId: list.list_id, definition: given(definition, tree) };
    const answer = await act('replaceDefinition', confirmed ? { ...wanted, confirmed: true } : wanted);
    if (!isThere.current) return;
    setSaid('');
    if (!answer.ok) {
      if (isGone(answer)) return onGone();
      return setProblem(answer.sentence);
    }
    if (answer.value.is === 'done') return onSaved(answer.value.definition);
    const { willDo, current } = answer.value;
    setAsked({ willDo, isOther: JSON.stringify(current?.tree ?? null) !== JSON.stringify(definition?.tree ?? null) });
    requestAnimationFrame(() => document.getElementById('confirm-conditions')?.focus());
  };
  const isSaving = asked !== null && said !== '';
  const unknown = tree === null || fields.is !== 'ready' ? [] : toUnknownWords(tree, fields.value);
  const made = definition?.registry_version ?? null;
  const current = fields.is === 'ready' ? fields.value.registry_version : null;
  const isOld = made !== null && current !== null && String(made) !== String(current);
  return (
    <section aria-labelledby="editor-title" class="editor">
      <h2 id="editor-title" ref={title} tabIndex={-1} dir="auto">
        Conditions of {nameOfList(list)}
      </h2>
      {fields.is === 'loading' && (
        <p role="status" class="is-busy">
          Loading the fields…
        </p>
      )}
      {fields.is === 'failed' && (
        <>
          <p role="alert" class="problem">
            {fields.sentence}
          </p>
          <div class="buttons">
            <button type="button" onClick={() => void loadFields()}>
              Retry
            </button>
            <button type="button" onClick={onCancel}>
              Cancel
            </button>
          </div>
        </>
      )}
      {fields.is === 'ready' && tree !== null && (
        <>
          {isOld && (
            <p class="hint">
              Made with an earlier set of fields ({String(made)}). Trace checks it against today’s ({String(current)})
              when you save.
            </p>
          )}
          {unknown.map((sentence) => (
            <p key={sentence} class="hint">
              {sentence} It stays as it is unless you change it.
            </p>
          ))}
          <EditedDefinitionProvider value={{ fields: fields.value, seen, root: tree, onChange: change }}>
            <GroupEditor
              node={asGroup(tree)}
              path={[]}
              isBare={!('children' in tree)}
              // The editor closes once it is saved, which would lose changes made meanwhile.
              isOff={isSaving}
            />
          </EditedDefinitionProvider>
          <p role="status" class={counted.is === 'loading' ? 'waiting is-busy' : 'waiting'}>
            {toCountText(counted)}
          </p>
          <p role="alert" class="problem">
            {counted.is === 'failed' ? counted.sentence : ''}
          </p>
          {asked === null ? (
            <div class="buttons">
              <PressButton isMain isOff={said !== ''} onPress={() => void save(false)}>
                Save conditions · free
              </PressButton>
              <button type="button" onClick={onCancel}>
                Cancel
              </button>
            </div>
          ) : (
            <div class="asked">
              {asked.isOther && (
                <p class="problem">
                  Someone changed these conditions since you opened them. Saving replaces their version.
                </p>
              )}
              <p>{asked.willDo}</p>
              <div class="buttons">
                <button id="confirm-conditions" type="button" class="main" onClick={() => void save(true)}>
                  Replace conditions
                </button>
                <button type="button" disabled={isSaving} onClick={() => setAsked(null)}>
                  Keep editing
                </button>
              </div>
            </div>
          )}
          <Outcome isBusy={said !== ''} said={said} problem={problem} />
        </>
      )}
    </section>
  );
}

function given(definition: Definition | null, tree: Tree) {
  const { registry_version = null, rest } = definition ?? {};
  return { registry_version, tree, ...(rest === undefined ? {} : { rest }) };
}

function lacksOf(tree: Tree): string {
  if (findEmptyGroup(tree) !== null) return 'A group has no conditions. Add one, or remove the group.';
  return findBlankValue(tree) === null ? '' : 'A condition has no value yet.';
}

function toCountText(counted: Counted): string {
  switch (counted.is) {
    case 'loading':
      return 'Counting…';
    case 'failed':
      return '';
    case 'unfinished':
      return counted.sentence;
    case 'ready':
      return counted.value === null
        ? 'Trace does not say how many companies match.'
        : `${count(counted.value, 'company matches', 'companies match')}. Counting is free.`;
  }
}
