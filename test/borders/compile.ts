import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

/** What a project's files are, once they have been read: all but one of them are the same each time. */
interface Project {
  readonly options: ts.CompilerOptions;
  readonly files: Map<string, ts.SourceFile | undefined>;
}

const projects = new Map<string, Project>();

/** What the compiler says of one more file in a project, as `TS2304 …`; the file exists only in memory. */
export function compileWith(project: string, path: string, source: string): readonly string[] {
  const { options, files } = read(project);
  const extra = resolve(path);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => resolve(name) === extra || fileExists(name);
  host.readFile = (name) => (resolve(name) === extra ? source : readFile(name));
  host.getSourceFile = (name, version) => {
    if (resolve(name) === extra) return ts.createSourceFile(name, source, version);
    if (!files.has(name)) files.set(name, getSourceFile(name, version));
    return files.get(name);
  };
  const program = ts.createProgram([extra, ...ambientFilesOf(project)], options, host);
  return [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...diagnosticsOf(program, extra)].map(
    ({ code, messageText }) => `TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
}

function read(project: string): Project {
  const known = projects.get(project);
  if (known !== undefined) return known;
  const configPath = resolve(project, 'tsconfig.json');
  const { config } = ts.readConfigFile(configPath, (name) => ts.sys.readFile(name)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configPath));
  const made = { options, files: new Map<string, ts.SourceFile | undefined>() };
  projects.set(project, made);
  return made;
}

/** For one file: the compiler's own run checks the others. */
function diagnosticsOf(program: ts.Program, path: string): readonly ts.Diagnostic[] {
  const file = program.getSourceFile(path);
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
}

/** Declarations that a project's files rely on without importing them. */
function ambientFilesOf(project: string): readonly string[] {
  return ts.sys.readDirectory(resolve(project), ['.d.ts'], ['**/node_modules'], undefined, 2).map((name) => join(name));
}
