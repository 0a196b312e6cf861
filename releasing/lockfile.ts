/** An installed package as npm writes it into `package-lock.json`. */
interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  /** Whether only developers need it. */
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lockfile {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Locked>>;
}

/**
 * Packages that would run a script when they are installed. `.npmrc` forbids it, and all of them work without:
 * esbuild and workerd find the program for this machine in a package beside them, and the others build or announce
 * what is not used here.
 */
const WITH_SCRIPTS = ['@parcel/watcher', 'core-js-pure', 'esbuild', 'protobufjs', 'sharp', 'workerd'];

const DIGEST = /^sha512-[A-Za-z0-9+/]{86}==$/;
const VERSION = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.-]+)?$/;

/**
 * The problems of a lockfile, a sentence each: every package must come from the registry in use, with exactly these
 * bytes, and none may run anything when it is installed. The lockfile names no registry, so that each user's own is
 * asked, and nothing can be fetched from elsewhere.
 */
export function checkLockfile({ lockfileVersion, packages }: Lockfile): readonly string[] {
  const { '': project, ...installed } = packages;
  const pinned = Object.entries({
    ...project?.dependencies,
    ...project?.devDependencies,
    ...project?.optionalDependencies,
  });
  return [
    ...(lockfileVersion === 3 ? [] : [`The lockfile has version ${lockfileVersion}, not 3`]),
    ...pinned
      .filter(([, version]) => !VERSION.test(version))
      .map(([name, version]) => `${name} is asked for as ${version}, not as one version`),
    ...Object.entries(installed).flatMap(([path, locked]) => checkPackage(path, locked)),
  ];
}

function checkPackage(path: string, { resolved, integrity = '', link, hasInstallScript }: Locked): readonly string[] {
  const name = path.replace(/^.*node_modules\//, '');
  const isKnown = WITH_SCRIPTS.includes(name);
  return [
    ...(/(^|\/)node_modules\/[^/]/.test(path) && link !== true
      ? []
      : [`${path} is a folder, not a package of the registry`]),
    ...(resolved === undefined ? [] : [`${path} comes from ${resolved}, not from the registry in use`]),
    ...(DIGEST.test(integrity) ? [] : [`${path} has no digest of its bytes`]),
    ...(hasInstallScript === true && !isKnown ? [`${path} runs a script when it is installed`] : []),
  ];
}
