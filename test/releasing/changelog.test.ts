import { readFileSync } from 'node:fs';
import { hasVersion } from '../../releasing/changelog';

it('the changelog has the version of package.json, so that it can be released', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  expect(hasVersion(readFileSync('CHANGELOG.md', 'utf8'), version)).toBe(true);
});

it.each([
  ['a heading with something below it', '# Changelog\n\n## 1.2.0\n\nNew.\n', true],
  ['a heading with its day', '## 1.2.0 (2026-06-01)\n\nNew.\n\n## 1.1.0\n\nX\n', true],
  ['a section that is not the newest', '## Unreleased\n\nX\n\n## 1.2.0\n\nNew.\n', false],
  ['a heading alone', '## 1.2.0\n\n## 1.1.0\n\nOld.\n', false],
  ['another version', '## 1.2.01\n\nNew.\n\n## 11.2.0\n\nNew.\n', false],
  ['the version within a text', '## Unreleased\n\nNot yet 1.2.0\n', false],
])('%s: 1.2.0 is found: %p', (_name, changelog, isFound) => {
  expect(hasVersion(changelog, '1.2.0')).toBe(isFound);
});
