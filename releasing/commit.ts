import { execFileSync } from 'node:child_process';

/** A commit without later changes, ready to release. */
export interface Commit {
  readonly hash: string;
  /** When it was made, in UTC, as `2026-06-01T10:20:30Z`. */
  readonly time: string;
}

const NO_HISTORY =
  'A release is made from a commit, and Git finds none here. Clone the project with Git, and run npm run release there.';

/** The commit that is checked out in a folder, or the sentence that says why it cannot be released. */
export function readCommit(folder = '.'): Commit | string {
  let changed: readonly string[];
  let hash: string;
  let seconds: string;
  try {
    // A copy without its own history may be inside another project's.
    if (ask(folder, ['rev-parse', '--show-prefix']).trim() !== '') return NO_HISTORY;
    changed = ask(folder, ['status', '--porcelain', '--untracked-files=normal']).split('\n').filter(Boolean);
    const shown = ask(folder, ['show', '--no-patch', '--no-show-signature', '--format=%H %ct', 'HEAD']);
    [hash = '', seconds = ''] = shown.trim().split(' ');
  } catch {
    return NO_HISTORY;
  }
  if (changed.length > 0) return toSentence(changed);
  return { hash, time: new Date(Number(seconds) * 1_000).toISOString().replace('.000Z', 'Z') };
}

/** @param changed lines of `git status --porcelain`: two letters, a space and a path */
function toSentence(changed: readonly string[]): string {
  const paths = changed.slice(0, 3).map((line) => line.slice(3));
  const more = changed.length > paths.length ? ` and ${changed.length - paths.length} more` : '';
  return `A release is made from a commit, and files have changed since: ${paths.join(', ')}${more}. Commit them, or put them aside with git stash --include-untracked.`;
}

function ask(folder: string, args: readonly string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
