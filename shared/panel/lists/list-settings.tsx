import { useState } from 'preact/hooks';
import { Outcome, useErrand } from '../common/outcome';
import { isGone, nameOfList } from './list-text';
import { useOpenList } from './open-list';
import { PressButton } from '../common/press-button';
import { isolated } from '../common/words';
import { usePanel } from '../state/panel-state';

type Access = 'viewer' | 'editor';

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
  const { list, onGone } = useOpenList();
  const { act } = usePanel();
  const [email, setEmail] = useState('');
  const [access, setAccess] = useState<Access>('viewer');
  const errand = useErrand();
  const share = async (): Promise<void> => {
    if (errand.isBusy) return;
    errand.begin('Sharing…');
    const answer = await act('shareList', { listId: list.list_id, email: email.trim(), access });
    if (answer.ok) {
      errand.end(`${email.trim()} can now ${access === 'viewer' ? 'view' : 'edit'} this list.`);
      // The user may be typing another address.
      setEmail((now) => (now === email ? '' : now));
    } else if (isGone(answer)) onGone();
    else errand.fail(answer.sentence);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void share();
      }}
    >
      <h3>Share</h3>
      <label for="share-email">Email of a person in your organization</label>
      <input
        id="share-email"
        class="text"
        type="email"
        autocomplete="off"
        maxLength={254}
        value={email}
        onInput={({ currentTarget }) => setEmail(currentTarget.value)}
      />
      <div class="row">
        <label for="share-access">Access</label>
        <select
          id="share-access"
          value={access}
          onChange={({ currentTarget }) => setAccess(currentTarget.value as Access)}
        >
          <option value="viewer">Viewer: reads it</option>
          <option value="editor">Editor: changes it</option>
        </select>
        <button type="submit">Share</button>
      </div>
      <Outcome {...errand} />
    </form>
  );
}

function RenameForm() {
  const { list, onRenamed, onGone } = useOpenList();
  const { act } = usePanel();
  const [name, setName] = useState(nameOfList(list));
  const errand = useErrand();
  const rename = async (): Promise<void> => {
    if (errand.isBusy || name.trim() === list.name) return;
    errand.begin('Renaming…');
    const answer = await act('renameList', { listId: list.list_id, name: name.trim() });
    if (answer.ok) {
      errand.end('Renamed.');
      onRenamed({ ...list, ...answer.value, name: answer.value?.name ?? name.trim() });
    } else if (isGone(answer)) onGone();
    else errand.fail(answer.sentence);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
    >
      <h3>Rename</h3>
      <div class="row">
        <label for="list-name">New name</label>
        <input
          id="list-name"
          class="text"
          type="text"
          dir="auto"
          autocomplete="off"
          maxLength={200}
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        <button type="submit">Rename</button>
      </div>
      <Outcome {...errand} />
    </form>
  );
}

/** Deletes a list for everyone, once its name is typed. */
function DeleteList() {
  const { list, onDeleted, onGone } = useOpenList();
  const { act } = usePanel();
  const [isAsked, setAsked] = useState(false);
  const [typed, setTyped] = useState('');
  const errand = useErrand();
  const name = nameOfList(list);
  const isNamed = sameText(typed, name);
  const ask = (): void => {
    setAsked(true);
    requestAnimationFrame(() => document.getElementById('delete-name')?.focus());
  };
  const remove = async (): Promise<void> => {
    if (errand.isBusy || !isNamed) return;
    errand.begin('Deleting…');
    const answer = await act('deleteList', { listId: list.list_id });
    if (answer.ok) onDeleted(`The list “${isolated(name)}” is deleted.`);
    else if (isGone(answer)) onGone();
    else errand.fail(answer.sentence);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void remove();
      }}
    >
      <h3>Delete</h3>
      {isAsked ? (
        <>
          <p class="problem">
            This deletes the list “{isolated(name)}” for everyone it is shared with. It cannot be undone.
          </p>
          <label for="delete-name">Type the name of the list to confirm</label>
          <input
            id="delete-name"
            class="text"
            type="text"
            dir="auto"
            autocomplete="off"
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
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
          <button type="button" onClick={ask}>
            Delete this list…
          </button>
        </div>
      )}
      <Outcome {...errand} />
    </form>
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
