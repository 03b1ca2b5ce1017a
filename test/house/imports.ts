import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/project.mjs';

export interface Import {
    /** Path of the importing file from the root of the repository, with forward slashes. */
    readonly file: string;
    /** The module as the file names it. */
    readonly target: string;
    /** Whether only types are imported, so that nothing is left at run time. */
    readonly isTypeOnly: boolean;
}

/** The source files of a room, from the root of the repository. */
export function filesOf(room: string): readonly string[] {
    return readdirSync(join(root, room, 'src'), { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/.test(name)).map(name => join(room, 'src', name).split(sep).join('/')).sort();
}

export const sourceOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Every import and re-export of a file. */
export function importsOf(file: string): readonly Import[] {
    const { statements } = ts.createSourceFile(file, sourceOf(file), ts.ScriptTarget.Latest);
    return statements.flatMap(statement => {
        const isImport = ts.isImportDeclaration(statement);
        if (!isImport && !ts.isExportDeclaration(statement)) {
            return [];
        }
        const { moduleSpecifier } = statement;
        return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? [{ file, target: moduleSpecifier.text, isTypeOnly: isImport ? takesTypesOnly(statement) : exportsTypesOnly(statement) }] : [];
    });
}

function takesTypesOnly({ importClause }: ts.ImportDeclaration): boolean {
    if (!importClause || importClause.isTypeOnly) {
        return importClause !== undefined;
    }
    const { name, namedBindings } = importClause;
    return name === undefined && namedBindings !== undefined && ts.isNamedImports(namedBindings) && namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

function exportsTypesOnly({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
    return isTypeOnly || (exportClause !== undefined && ts.isNamedExports(exportClause) && exportClause.elements.every(element => element.isTypeOnly));
}

/** The file that a relative import names. */
export function resolved({ file, target }: Import, files: ReadonlySet<string>): string | undefined {
    const path = normalize(join(dirname(file), target)).split(sep).join('/');
    return [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')].find(candidate => files.has(candidate));
}

/** Cycles of files that import values of each other, each as the list of its files. */
export function circlesIn(files: readonly string[], importsFrom: (file: string) => readonly string[]): readonly (readonly string[])[] {
    const indices = new Map<string, number>();
    const lowest = new Map<string, number>();
    const stack: string[] = [];
    const circles: string[][] = [];
    // Tarjan's algorithm for strongly connected components.
    const visit = (file: string): void => {
        const index = indices.size;
        indices.set(file, index);
        lowest.set(file, index);
        stack.push(file);
        for (const next of importsFrom(file)) {
            if (!indices.has(next)) {
                visit(next);
                lowest.set(file, Math.min(lowest.get(file)!, lowest.get(next)!));
            } else if (stack.includes(next)) {
                lowest.set(file, Math.min(lowest.get(file)!, indices.get(next)!));
            }
        }
        if (lowest.get(file) === index) {
            const circle = stack.splice(stack.indexOf(file));
            if (circle.length > 1) {
                circles.push(circle.sort());
            }
        }
    };
    files.filter(file => !indices.has(file)).forEach(visit);
    return circles;
}
