import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

/** What the compiler says of one more file in a project, as `TS2304 …`; the file exists only in memory. */
export function compileWith(project: string, path: string, source: string): readonly string[] {
  const configPath = resolve(project, 'tsconfig.json');
  const { config } = ts.readConfigFile(configPath, (name) => ts.sys.readFile(name)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configPath));
  const extra = resolve(path);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => resolve(name) === extra || fileExists(name);
  host.readFile = (name) => (resolve(name) === extra ? source : readFile(name));
  host.getSourceFile = (name, version) =>
    resolve(name) === extra ? ts.createSourceFile(name, source, version) : getSourceFile(name, version);
  const roots = [extra, ...ambientFilesOf(project)];
  return ts
    .getPreEmitDiagnostics(ts.createProgram(roots, options, host))
    .filter(({ file }) => file === undefined || resolve(file.fileName) === extra)
    .map(({ code, messageText }) => `TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

/** Declarations that a project's files rely on without importing them. */
function ambientFilesOf(project: string): readonly string[] {
  return ts.sys.readDirectory(resolve(project), ['.d.ts'], ['**/node_modules'], undefined, 2).map((name) => join(name));
}
