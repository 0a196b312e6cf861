import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommit } from '../../releasing/commit';
import { makeRepository, type Repository } from './repository';

let repository: Repository;

beforeEach(() => {
  repository = makeRepository();
});
afterEach(() => repository.remove());

it('is the one that is checked out, with its time in UTC', () => {
  expect(readCommit(repository.folder)).toEqual({
    hash: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
    time: '2026-06-01T10:20:30Z',
  });
});

it('is refused with the changed and the new files, the first three by name', () => {
  for (const name of ['README.md', 'a', 'b', 'c', 'd']) writeFileSync(join(repository.folder, name), 'y\n');
  expect(readCommit(repository.folder)).toBe(
    'A release is made from a commit, and files have changed since: README.md, a, b and 2 more. Commit them, or put them aside with git stash --include-untracked.',
  );
});

it('is refused where there is no history', () => {
  rmSync(join(repository.folder, '.git'), { recursive: true });
  expect(readCommit(repository.folder)).toBe(
    'A release is made from a commit, and Git finds none here. Clone the project with Git, and run npm run release there.',
  );
});
