import { useEffect, useRef, useState } from 'preact/hooks';
import type { FilterFields, Definition } from '../../client/resources/list-answers';
import { readObject } from '../../client/json';
import { PressButton } from '../common/press-button';
import { useSheetNames } from '../common/use-names';
import { useRested } from '../common/late-answers';
import { count, isolated } from '../common/words';
import { Outcome, Problem, Said } from '../common/outcome';
import { asGroup, lacksOf, toSent, type Tree } from './definition-tree';
import { toUnknownWords } from './definition-words';
import { EditedDefinitionProvider } from './edited-definition';
import { useListErrand, useOpenList } from './open-list';
import { GroupEditor, newCondition } from './group-editor';
import { nameOfList } from './list-text';
import { LOADING, toRemote, Unread, type Remote } from './remote';
import { usePanel } from '../state/panel-state';

interface Props {
  /** As it was read; `null`: the list has none. */
  readonly definition: Definition | null;
  readonly onSaved: (saved: Definition) => void;
  readonly onCancel: () => void;
}

/** Counts once after typing, not at each letter. */
const COUNT_AFTER_MS = 600;

/** Edits the tree of conditions. Counting what it finds is free. Whatever is not edited is sent back as it came. */
export function DefinitionEditor({ definition, onSaved, onCancel }: Props) {
  const { list } = useOpenList();
  const { act } = usePanel();
  const [fields, setFields] = useState<Remote<FilterFields>>(LOADING);
  const [tree, setTree] = useState<Tree | null>(() => (definition === null ? null : asGroup(definition.tree)));
  /** Whether someone else changed the conditions since they were opened here; `null`: nothing was asked. */
  const [asked, setAsked] = useState<{ readonly isOther: boolean } | null>(null);
  const errand = useListErrand();
  const { seen } = useSheetNames(true);
  const title = useRef<HTMLHeadingElement>(null);
  const loadFields = async (): Promise<void> => {
    setFields(LOADING);
    const answer = await act('readFields', {});
    setFields(toRemote(answer));
    if (answer.ok) setTree((before) => before ?? asGroup(newCondition(answer.value)));
  };
  useEffect(() => {
    title.current?.focus();
    void loadFields();
  }, []);
  const lacks = tree === null ? '' : lacksOf(tree);
  const isCounted = tree !== null && fields.is === 'ready' && lacks === '';
  const counted = useRested<Remote<number | null>>(isCounted ? JSON.stringify(tree) : '', COUNT_AFTER_MS, async () =>
    toRemote(await act('previewCount', { definition: toSent(definition, tree!) })),
  );
  const change = (next: unknown): void => {
    setAsked(null);
    errand.end('');
    setTree(readObject(next) ?? tree);
  };
  const ask = async (): Promise<void> => {
    if (errand.isBusy) return;
    if (lacks !== '') return errand.fail(lacks);
    const saved = await errand.ask('Checking…', () => act('readDefinition', { listId: list.list_id }));
    if (saved === null) return;
    setAsked({ isOther: JSON.stringify(saved.value?.tree) !== JSON.stringify(definition?.tree) });
    requestAnimationFrame(() => document.getElementById('confirm-conditions')?.focus());
  };
  const save = async (): Promise<void> => {
    if (errand.isBusy || tree === null) return;
    const given = { listId: list.list_id, definition: toSent(definition, tree) };
    const saved = await errand.ask('Saving…', () => act('replaceDefinition', given));
    if (saved !== null) onSaved(saved.value);
  };
  const isSaving = asked !== null && errand.isBusy;
  const unknown = tree === null || fields.is !== 'ready' ? [] : toUnknownWords(tree, fields.value);
  const made = definition?.registry_version ?? null;
  const current = fields.is === 'ready' ? fields.value.registry_version : null;
  const isOld = made !== null && current !== null && String(made) !== String(current);
  return (
    <section aria-labelledby="editor-title" class="editor">
      <h2 id="editor-title" ref={title} tabIndex={-1} dir="auto">
        Conditions of {nameOfList(list)}
      </h2>
      <Unread of={fields} loading="Loading the fields…" onRetry={() => void loadFields()}>
        <PressButton onPress={onCancel}>Cancel</PressButton>
      </Unread>
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
            {/* The editor closes once it is saved, which would lose changes made meanwhile. */}
            <GroupEditor node={tree} path={[]} isOff={isSaving} />
          </EditedDefinitionProvider>
          <Said style={lacks === '' && counted === null ? 'waiting is-busy' : 'waiting'}>
            {lacks === '' ? toCountText(counted) : lacks}
          </Said>
          <Problem>{counted?.is === 'failed' ? counted.sentence : ''}</Problem>
          {asked === null ? (
            <div class="buttons">
              <PressButton isMain isOff={errand.isBusy} onPress={() => void ask()}>
                Save conditions · free
              </PressButton>
              <PressButton onPress={onCancel}>Cancel</PressButton>
            </div>
          ) : (
            <div class="asked">
              {asked.isOther && (
                <p class="problem">
                  Someone changed these conditions since you opened them. Saving replaces their version.
                </p>
              )}
              <p>
                This replaces the conditions of the list “{isolated(nameOfList(list))}”. Trace then finds its companies
                again, for everyone it is shared with.
              </p>
              <div class="buttons">
                <button id="confirm-conditions" type="button" class="main" onClick={() => void save()}>
                  Replace conditions
                </button>
                <button type="button" disabled={isSaving} onClick={() => setAsked(null)}>
                  Keep editing
                </button>
              </div>
            </div>
          )}
          <Outcome {...errand} />
        </>
      )}
    </section>
  );
}

function toCountText(counted: Remote<number | null> | null): string {
  if (counted?.is === 'failed') return '';
  if (counted?.is !== 'ready') return 'Counting…';
  return counted.value === null
    ? 'Trace does not say how many companies match.'
    : `${count(counted.value, 'company matches', 'companies match')}. Counting is free.`;
}
