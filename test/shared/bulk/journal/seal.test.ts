import { SealedJournal } from '../../../../shared/bulk/journal/seal';
import { PersonSeal } from '../../../fakes/person-seal';

/** What a file keeps, which anybody may edit. */
class File {
  parts: Map<string, string> | null = null;
  readonly load = async () => (this.parts === null ? null : new Map(this.parts));
  readonly save = async (parts: ReadonlyMap<string, string>) => {
    this.parts = new Map([...(this.parts ?? []), ...parts]);
  };
  readonly remove = async () => {
    this.parts = null;
  };
}

const HEAD = JSON.stringify({ run: 'run1', cap: 5 });
let file: File;
let person: PersonSeal;

beforeEach(() => {
  file = new File();
  person = new PersonSeal();
});

async function begin(): Promise<SealedJournal> {
  const journal = new SealedJournal(file, person);
  await journal.load();
  await journal.save(new Map([['rows.0', 'rows']]));
  await journal.save(
    new Map([
      ['head', HEAD],
      ['spent', 'none'],
    ]),
  );
  await journal.save(new Map([['spent', '5 credits']]));
  return journal;
}

async function isOwn(by = person): Promise<boolean> {
  const journal = new SealedJournal(file, by);
  await journal.load();
  return journal.whose === 'own';
}

it("is its writer's own, and tells nothing of its seal", async () => {
  await begin();
  const journal = new SealedJournal(file, person);
  const parts = await journal.load();
  expect({ whose: journal.whose, parts: [...parts!] }).toEqual({
    whose: 'own',
    parts: [
      ['rows.0', 'rows'],
      ['head', HEAD],
      ['spent', '5 credits'],
    ],
  });
});

it("is nobody else's: another person's, another document's, one without a secret", async () => {
  await begin();
  const other = new PersonSeal('secret of another');
  other.kept.set('run1', 1);
  const elsewhere = new PersonSeal();
  elsewhere.kept.set('run1', 1);
  elsewhere.document = 'copy';
  const unknown = new PersonSeal('');
  unknown.kept.set('run1', 1);
  expect([await isOwn(other), await isOwn(elsewhere), await isOwn(unknown)]).toEqual([false, false, false]);
});

it.each<[string, (parts: Map<string, string>) => unknown]>([
  ['a part is edited', (parts) => parts.set('spent', '0 credits')],
  ['the head is edited', (parts) => parts.set('head', JSON.stringify({ run: 'run1', cap: 500 }))],
  ['a part is added', (parts) => parts.set('rows.1', 'more')],
  ['a part is taken out', (parts) => parts.delete('rows.0')],
  ['parts are exchanged', (parts) => parts.set('rows.0', '5 credits').set('spent', 'rows')],
  ['the seal is taken out', (parts) => parts.delete('seal')],
  ['the seal is no seal', (parts) => parts.set('seal', '["",1,{}]')],
  ['the seal says more', (parts) => parts.set('seal', parts.get('seal')!.replace('"run1",3', '"run1",9'))],
])('is not own where %s', async (_what, edit) => {
  await begin();
  edit(file.parts!);
  expect(await isOwn()).toBe(false);
});

it('an older one that is put back is not own, whole or in part', async () => {
  const journal = await begin();
  const older = new Map(file.parts);
  await journal.save(new Map([['spent', '9 credits']]));
  const newer = file.parts!;
  file.parts = older;
  const whole = await isOwn();
  file.parts = new Map([...newer, ['spent', older.get('spent')!]]);
  expect({ whole, inPart: await isOwn() }).toEqual({ whole: false, inPart: false });
});

it('one that is put back after its run is over is not own', async () => {
  const journal = await begin();
  const older = file.parts;
  await journal.remove();
  file.parts = older;
  expect({ isOwn: await isOwn(), kept: person.kept.size }).toEqual({ isOwn: false, kept: 0 });
});

it('is own where its sequence could not be kept once more', async () => {
  const journal = await begin();
  person.keep = () => Promise.reject(new Error('closed'));
  await expect(journal.save(new Map([['spent', '6 credits']]))).rejects.toThrow('closed');
  expect(await isOwn()).toBe(true);
});

it("what somebody else has written stays theirs when it is saved on, and a run that begins is one's own", async () => {
  await begin();
  const other = new PersonSeal('secret of another');
  const journal = new SealedJournal(file, other);
  await journal.load();
  await journal.save(new Map([['spent', '7 credits']]));
  const taken = [journal.whose, await isOwn(other), await isOwn()];
  await journal.remove();
  await journal.save(new Map([['head', JSON.stringify({ run: 'run2' })]]));
  expect({ taken, begun: await isOwn(other) }).toEqual({ taken: ['other', false, false], begun: true });
});
