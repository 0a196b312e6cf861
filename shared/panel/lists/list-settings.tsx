import { useState } from 'preact/hooks';
import type { SavedList } from '../../client/resources/list-answers';
import type { Act } from '../act';
import { Outcome } from '../outcome';
import { useErrand } from '../use-errand';
import { DeleteList } from './delete-list';
import { isGone, nameOfList } from './list-text';

interface Props {
  readonly act: Act;
  readonly list: SavedList;
  readonly onRenamed: (list: SavedList) => void;
  readonly onDeleted: (said: string) => void;
  readonly onGone: () => void;
}

type Access = 'viewer' | 'editor';

/** Sharing, renaming and deleting a list. */
export function ListSettings({ act, list, onRenamed, onDeleted, onGone }: Props) {
  return (
    <details class="card fold">
      <summary>Share, rename or delete</summary>
      <ShareForm act={act} list={list} onGone={onGone} />
      <RenameForm act={act} list={list} onRenamed={onRenamed} onGone={onGone} />
      <DeleteList act={act} list={list} onDeleted={onDeleted} onGone={onGone} />
    </details>
  );
}

function ShareForm({ act, list, onGone }: Pick<Props, 'act' | 'list' | 'onGone'>) {
  const [email, setEmail] = useState('');
  const [access, setAccess] = useState<Access>('viewer');
  const errand = useErrand();
  const share = async (): Promise<void> => {
    if (errand.isBusy) return;
    errand.begin('Sharing…');
    const answer = await act('shareList', { listId: list.list_id, email: email.trim(), access });
    if (answer.ok) {
      errand.end(`${email.trim()} can now ${access === 'viewer' ? 'view' : 'edit'} this list.`);
      // Another address may be typed by now.
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

function RenameForm({ act, list, onRenamed, onGone }: Pick<Props, 'act' | 'list' | 'onRenamed' | 'onGone'>) {
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
