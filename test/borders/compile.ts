import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

/** What the compiler says of one more file in a project, as `TS2304 …`; the file exists only in memory. */
export function compileWith(project: string, path: string, source: string): readonly string[] {
  return compileAll(project, { [path]: source })[path]!;
}

/** The same for several files at once, which takes no longer: by path. @param sources by path; none imports another */
export function compileAll(
  project: string,
  sources: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly string[]>> {
  const options = readOptions(project);
  const extra = new Map(Object.entries(sources).map(([path, source]) => [resolve(path), source]));
  const host = ts.createCompilerHost(options);
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseNone;
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => extra.has(resolve(name)) || fileExists(name);
  host.readFile = (name) => extra.get(resolve(name)) ?? readFile(name);
  host.getSourceFile = (name, version) => {
    const source = extra.get(resolve(name));
    return source === undefined ? getSourceFile(name, version) : ts.createSourceFile(name, source, version);
  };
  const program = ts.createProgram([...extra.keys(), ...ambientFilesOf(project)], options, host);
  const ofAll = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  return Object.fromEntries(
    Object.keys(sources).map((path) => [path, [...ofAll, ...diagnosticsOf(program, resolve(path))].map(toText)]),
  );
}

function readOptions(project: string): ts.CompilerOptions {
  const configPath = resolve(project, 'tsconfig.json');
  const { config } = ts.readConfigFile(configPath, (name) => ts.sys.readFile(name)) as { config: unknown };
  return ts.parseJsonConfigFileContent(config, ts.sys, dirname(configPath)).options;
}

/** For one file: the compiler's own run checks the others. */
function diagnosticsOf(program: ts.Program, path: string): readonly ts.Diagnostic[] {
  const file = program.getSourceFile(path);
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
}

function toText({ code, messageText }: ts.Diagnostic): string {
  return `TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}

/** Declarations that a project's files rely on without importing them. */
function ambientFilesOf(project: string): readonly string[] {
  return ts.sys.readDirectory(resolve(project), ['.d.ts'], ['**/node_modules'], undefined, 2).map((name) => join(name));
}
