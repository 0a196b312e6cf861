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
  expect({
    name: nameOfList(lists[1]!),
    latinMatches: searchLists(lists, ' ANK ').length,
    arabicMatches: searchLists(lists, 'بن').length,
  }).toEqual({ name: 'lst_1', latinMatches: 1, arabicMatches: 1 });
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
