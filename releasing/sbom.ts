import { createHash } from 'node:crypto';
import type { BundledPackage } from '../bundling/packages';
import type { Commit } from './commit';
import type { Lockfile } from './lockfile';

/** The subject of a bill of materials. */
interface Product {
  /** The name of the zip, without version and ending. */
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly commit: Commit;
}

/**
 * The bill of materials of one zip, as JSON: each package that contributed to its bundles, with its digest from the
 * lockfile. CycloneDX 1.6: https://cyclonedx.org/docs/1.6/json/.
 */
export function toSbom(product: Product, packages: readonly BundledPackage[], { packages: locked }: Lockfile): string {
  const { name, version, description, commit } = product;
  const own = `pkg:generic/${name}@${version}`;
  const components = packages.map((each) => toComponent(each, locked[each.folder]?.integrity));
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: commit.time,
      component: {
        type: 'application',
        'bom-ref': own,
        name,
        version,
        description,
        licenses: [{ license: { id: 'MIT' } }],
        purl: own,
        properties: [{ name: 'trace:commit', value: commit.hash }],
      },
    },
    components,
    dependencies: [
      { ref: own, dependsOn: components.map((component) => component['bom-ref']) },
      ...components.map((component) => ({ ref: component['bom-ref'] })),
    ],
  };
  const { bomFormat, specVersion, ...others } = bom;
  return `${JSON.stringify({ bomFormat, specVersion, serialNumber: toSerial(JSON.stringify(bom)), ...others }, null, 2)}\n`;
}

function toComponent({ name, version, license }: BundledPackage, integrity = '') {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const digest = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    ...(digest === '' ? {} : { hashes: [{ alg: 'SHA-512', content: digest }] }),
    licenses: /[\s()]/.test(license) ? [{ expression: license }] : [{ license: { id: license } }],
    purl,
  };
}

/** A number derived from the contents: a UUID of version 8, https://www.rfc-editor.org/rfc/rfc9562#section-5.8. */
function toSerial(content: string): string {
  const hex = createHash('sha256').update(content).digest('hex');
  const [a, b, c, d, e] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16), hex.slice(17, 20), hex.slice(20, 32)];
  return `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`;
}
