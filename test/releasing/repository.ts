import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Git repository for tests. `env` makes Git answer about it, wherever it is asked. */
export interface Repository {
  readonly folder: string;
  readonly env: Readonly<Record<'GIT_DIR' | 'GIT_WORK_TREE', string>>;
  readonly remove: () => void;
}

/** One commit with one file, made on 1 June 2026. */
export function makeRepository(): Repository {
  const folder = mkdtempSync(join(tmpdir(), 'trace-repository-'));
  const env = { GIT_DIR: join(folder, '.git'), GIT_WORK_TREE: folder };
  const time = '2026-06-01T12:20:30+02:00';
  const ask = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], ...env, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time },
      stdio: 'ignore',
    });
  };
  writeFileSync(join(folder, 'README.md'), 'x\n');
  ask('init');
  ask('add', '.');
  ask('commit', '--no-gpg-sign', '-m', 'Begin');
  return { folder, env, remove: () => rmSync(folder, { recursive: true }) };
}
