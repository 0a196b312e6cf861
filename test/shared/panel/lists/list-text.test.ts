import { mayChange, nameOfList, searchLists } from '../../../../shared/panel/lists/list-text';

const list = (name: string | null, access_level: string | null = 'owner') => ({
  list_id: 'lst_1',
  name,
  access_level,
  definition: null,
  created_at: null,
  updated_at: null,
});

test('a list without a name goes by its id, and is found by a part of it', () => {
  const lists = [list('Banks'), list(null), list('بنوك')];
  expect([nameOfList(lists[1]!), searchLists(lists, ' ANK ').length, searchLists(lists, 'بن').length]).toEqual([
    'lst_1',
    1,
    1,
  ]);
});

test('only a viewer is known not to change a list', () => {
  expect(['owner', 'editor', 'Viewer', 'auditor', null].map((level) => mayChange(list('A', level)))).toEqual([
    true,
    true,
    false,
    true,
    true,
  ]);
});
