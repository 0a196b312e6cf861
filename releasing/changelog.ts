/**
 * Whether the changelog’s newest section is for a version: a heading such as `## 1.2.0` or `## 1.2.0 (2026-06-01)`,
 * with something below it.
 */
export function hasVersion(changelog: string, version: string): boolean {
  const [newest = ''] = changelog.split(/^## /m).slice(1);
  const [heading = '', ...body] = newest.split('\n');
  return /^\S*/.exec(heading)?.[0] === version && body.join('').trim() !== '';
}
