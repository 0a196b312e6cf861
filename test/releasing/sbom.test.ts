import { toSbom } from '../../releasing/sbom';

const PRODUCT = {
  name: 'trace-for-excel',
  version: '1.2.0',
  description: 'Trace for Excel',
  commit: { hash: '0123456789abcdef0123456789abcdef01234567', time: '2026-06-01T10:20:30Z' },
};
const PACKAGES = [
  { folder: 'node_modules/@a/b', name: '@a/b', version: '3.0.0', license: 'MIT', author: '', texts: [] },
  { folder: 'node_modules/c', name: 'c', version: '1.0.0', license: '(MIT OR ISC)', author: '', texts: [] },
];
const LOCKFILE = { lockfileVersion: 3, packages: { 'node_modules/@a/b': { integrity: 'sha512-AAEC' } } };

it('names each package with its license and the digest of the lockfile', () => {
  expect(JSON.parse(toSbom(PRODUCT, PACKAGES, LOCKFILE))).toEqual({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: expect.stringMatching(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    ) as string,
    version: 1,
    metadata: {
      timestamp: '2026-06-01T10:20:30Z',
      component: {
        type: 'application',
        'bom-ref': 'pkg:generic/trace-for-excel@1.2.0',
        name: 'trace-for-excel',
        version: '1.2.0',
        description: 'Trace for Excel',
        licenses: [{ license: { id: 'MIT' } }],
        purl: 'pkg:generic/trace-for-excel@1.2.0',
        properties: [{ name: 'trace:commit', value: '0123456789abcdef0123456789abcdef01234567' }],
      },
    },
    components: [
      {
        type: 'library',
        'bom-ref': 'pkg:npm/%40a/b@3.0.0',
        name: '@a/b',
        version: '3.0.0',
        hashes: [{ alg: 'SHA-512', content: '000102' }],
        licenses: [{ license: { id: 'MIT' } }],
        purl: 'pkg:npm/%40a/b@3.0.0',
      },
      {
        type: 'library',
        'bom-ref': 'pkg:npm/c@1.0.0',
        name: 'c',
        version: '1.0.0',
        licenses: [{ expression: '(MIT OR ISC)' }],
        purl: 'pkg:npm/c@1.0.0',
      },
    ],
    dependencies: [
      { ref: 'pkg:generic/trace-for-excel@1.2.0', dependsOn: ['pkg:npm/%40a/b@3.0.0', 'pkg:npm/c@1.0.0'] },
      { ref: 'pkg:npm/%40a/b@3.0.0' },
      { ref: 'pkg:npm/c@1.0.0' },
    ],
  });
});

it('has another serial number for other contents, and the same one for the same', () => {
  const serialOf = (version: string): unknown =>
    (JSON.parse(toSbom({ ...PRODUCT, version }, PACKAGES, LOCKFILE)) as { serialNumber: unknown }).serialNumber;
  expect({
    isSameForSame: serialOf('1.2.0') === serialOf('1.2.0'),
    isSameForOther: serialOf('1.2.0') === serialOf('1.2.1'),
  }).toEqual({ isSameForSame: true, isSameForOther: false });
});
