import { useState } from 'preact/hooks';
import { Outcome } from '../common/outcome';
import { nameOfList } from './list-text';
import { useListErrand, useOpenList } from './open-list';
import { PressButton } from '../common/press-button';
import { isolated } from '../common/words';
import { usePanel } from '../state/panel-state';
import { Form, Select, TextField } from '../common/fields/controls';

type Access = 'viewer' | 'editor';

const ACCESS: readonly (readonly [access: Access, label: string])[] = [
  ['viewer', 'Viewer: reads it'],
  ['editor', 'Editor: changes it'],
];

/** Sharing, renaming and deleting a list. */
export function ListSettings() {
  return (
    <details class="card fold">
      <summary>Share, rename or delete</summary>
      <ShareForm />
      <RenameForm />
      <DeleteList />
    </details>
  );
}

function ShareForm() {
  const { list } = useOpenList();
  const { act } = usePanel();
  const [email, setEmail] = useState('');
  const [access, setAccess] = useState<Access>('viewer');
  const errand = useListErrand();
  const share = async (): Promise<void> => {
    if (errand.isBusy) return;
    const given = { listId: list.list_id, email: email.trim(), access };
    const shared = await errand.ask('Sharing…', () => act('shareList', given));
    if (shared === null) return;
    errand.end(`${email.trim()} can now ${access === 'viewer' ? 'view' : 'edit'} this list.`);
    // The user may be typing another address.
    setEmail((now) => (now === email ? '' : now));
  };
  return (
    <Form onSubmit={() => void share()}>
      <h3>Share</h3>
      <label for="share-email">Email of a person in your organization</label>
      <TextField id="share-email" type="email" maxLength={254} text={email} onType={setEmail} />
      <div class="row">
        <label for="share-access">Access</label>
        <Select id="share-access" value={access} choices={ACCESS} onChoose={setAccess} />
        <button type="submit">Share</button>
      </div>
      <Outcome {...errand} />
    </Form>
  );
}

function RenameForm() {
  const { list, onRenamed } = useOpenList();
  const { act } = usePanel();
  const [name, setName] = useState(nameOfList(list));
  const errand = useListErrand();
  const rename = async (): Promise<void> => {
    if (errand.isBusy || name.trim() === list.name) return;
    const given = { listId: list.list_id, name: name.trim() };
    const renamed = await errand.ask('Renaming…', () => act('renameList', given));
    if (renamed === null) return;
    errand.end('Renamed.');
    onRenamed({ ...list, ...renamed.value, name: renamed.value?.name ?? name.trim() });
  };
  return (
    <Form onSubmit={() => void rename()}>
      <h3>Rename</h3>
      <div class="row">
        <label for="list-name">New name</label>
        <TextField id="list-name" maxLength={200} text={name} onType={setName} />
        <button type="submit">Rename</button>
      </div>
      <Outcome {...errand} />
    </Form>
  );
}

/** Deletes a list for everyone, once its name is typed. */
function DeleteList() {
  const { list, onDeleted } = useOpenList();
  const { act } = usePanel();
  const [isAsked, setAsked] = useState(false);
  const [typed, setTyped] = useState('');
  const errand = useListErrand();
  const name = nameOfList(list);
  const isNamed = sameText(typed, name);
  const ask = (): void => {
    setAsked(true);
    requestAnimationFrame(() => document.getElementById('delete-name')?.focus());
  };
  const remove = async (): Promise<void> => {
    if (errand.isBusy || !isNamed) return;
    const deleted = await errand.ask('Deleting…', () => act('deleteList', { listId: list.list_id }));
    if (deleted !== null) onDeleted(`The list “${isolated(name)}” is deleted.`);
  };
  return (
    <Form onSubmit={() => void remove()}>
      <h3>Delete</h3>
      {isAsked ? (
        <>
          <p class="problem">
            This deletes the list “{isolated(name)}” for everyone it is shared with. It cannot be undone.
          </p>
          <label for="delete-name">Type the name of the list to confirm</label>
          <TextField id="delete-name" text={typed} onType={setTyped} />
          <div class="buttons">
            <PressButton isOff={errand.isBusy || !isNamed}>Delete list</PressButton>
            <button
              type="button"
              onClick={() => {
                setAsked(false);
                setTyped('');
              }}
            >
              Keep it
            </button>
          </div>
        </>
      ) : (
        <div class="buttons">
          <PressButton onPress={ask}>Delete this list…</PressButton>
        </div>
      )}
      <Outcome {...errand} />
    </Form>
  );
}

/** Marks of the writing direction cannot be typed. */
function sameText(one: string, other: string): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFC')
      .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .trim();
  return plain(one) === plain(other);
}
