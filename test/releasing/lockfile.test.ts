import { readFileSync } from 'node:fs';
import { checkLockfile, type Lockfile } from '../../releasing/lockfile';

const DIGEST = `sha512-${'a'.repeat(86)}==`;
const GOOD: Lockfile = {
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { preact: '10.9.0' }, devDependencies: { 'typescript-native': 'npm:typescript@7.0.2' } },
    'node_modules/preact': { version: '10.9.0', integrity: DIGEST },
    'node_modules/preact/node_modules/@types/x': { version: '1.0.0', integrity: DIGEST },
    'node_modules/esbuild': { version: '0.28.2', integrity: DIGEST, hasInstallScript: true },
  },
};

const withPackage = (path: string, change: object): Lockfile => ({
  ...GOOD,
  packages: { ...GOOD.packages, [path]: { version: '1.0.0', integrity: DIGEST, ...change } },
});
const asking = (version: string): Lockfile => ({
  ...GOOD,
  packages: { ...GOOD.packages, '': { dependencies: { x: version } } },
});

it('the project’s has no problem, and neither has a small one', () => {
  const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;
  expect([checkLockfile(lockfile), checkLockfile(GOOD)]).toEqual([[], []]);
});

it('no package runs a script while it is installed, and npm writes no registry into the lockfile', () => {
  const settings = readFileSync('.npmrc', 'utf8').split('\n');
  expect(settings).toEqual(expect.arrayContaining(['ignore-scripts=true', 'omit-lockfile-registry-resolved=true']));
});

it.each([
  [
    'a package from an address',
    withPackage('node_modules/x', { resolved: 'https://packages.example/x-1.0.0.tgz' }),
    'node_modules/x comes from https://packages.example/x-1.0.0.tgz, not from the registry in use',
  ],
  [
    'a package from Git',
    withPackage('node_modules/x', { resolved: 'git+ssh://git@example.com/x.git#0123' }),
    'node_modules/x comes from git+ssh://git@example.com/x.git#0123, not from the registry in use',
  ],
  ['a folder', withPackage('../x', {}), '../x is a folder, not a package of the registry'],
  [
    'a link',
    withPackage('node_modules/x', { link: true }),
    'node_modules/x is a folder, not a package of the registry',
  ],
  ['no digest', withPackage('node_modules/x', { integrity: undefined }), 'node_modules/x has no digest of its bytes'],
  [
    'a weak digest',
    withPackage('node_modules/x', { integrity: 'sha1-abc=' }),
    'node_modules/x has no digest of its bytes',
  ],
  [
    'a script that nobody has looked at',
    withPackage('node_modules/x', { hasInstallScript: true }),
    'node_modules/x runs a script when it is installed',
  ],
  ['a range of versions', asking('^1.0.0'), 'x is asked for as ^1.0.0, not as one version'],
  ['a file', asking('file:../x'), 'x is asked for as file:../x, not as one version'],
  ['a repository', asking('example/x'), 'x is asked for as example/x, not as one version'],
  ['an older form', { ...GOOD, lockfileVersion: 2 }, 'The lockfile has version 2, not 3'],
])('finds %s', (_name, lockfile, problem) => {
  expect(checkLockfile(lockfile)).toEqual([problem]);
});
