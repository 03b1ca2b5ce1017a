import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/project.mjs';

/** A text that people read, and its place. */
export interface Prose {
    readonly file: string;
    readonly line: number;
    readonly text: string;
}

const generated = /(?:^|\/)generated\/|package-lock\.json|^test\/fuzz\/corpus\/|^test\/hostile\/bad-inputs\//;

/** The files of the repository, without those that are generated or broken on purpose. */
export function filesLike(pattern: RegExp): readonly string[] {
    const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n');
    return listed.filter(file => pattern.test(file) && !generated.test(file));
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** The comments of a source file; consecutive line comments are one. */
export function commentsIn(file: string): readonly Prose[] {
    const source = read(file);
    const found: Prose[] = [];
    let lastEnd = -1;
    for (const { kind, pos, end } of commentRanges(source, file)) {
        const text = source.slice(pos, end);
        const content = kind === ts.SyntaxKind.SingleLineCommentTrivia ? text.replace(/^\/\/\s?/, '') : text.replace(/^\/\*+|\*+\/$/g, '').replace(/^[ \t]*\*[ \t]?/gm, '');
        const last = found.at(-1);
        if (last && kind === ts.SyntaxKind.SingleLineCommentTrivia && lastEnd >= 0 && /^\r?\n[ \t]*$/.test(source.slice(lastEnd, pos))) {
            found[found.length - 1] = { ...last, text: `${last.text} ${content}` };
        } else {
            found.push({ file, line: lineAt(source, pos), text: content.trim() });
        }
        lastEnd = kind === ts.SyntaxKind.SingleLineCommentTrivia ? end : -1;
    }
    return found.filter(({ text }) => !/^(?:eslint-|@ts-|!)/.test(text));
}

function commentRanges(source: string, file: string): readonly ts.CommentRange[] {
    const ranges = new Map<number, ts.CommentRange>();
    const sourceFile = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
        // JSX text and template literals can contain text that looks like a comment.
        if (!ts.isJsxText(node)) {
            for (const range of [...ts.getLeadingCommentRanges(source, node.getFullStart()) ?? [], ...ts.getTrailingCommentRanges(source, node.getEnd()) ?? []]) {
                ranges.set(range.pos, range);
            }
        }
        node.getChildren(sourceFile).forEach(visit);
    };
    visit(sourceFile);
    return [...ranges.values()].sort((a, b) => a.pos - b.pos);
}

/** Whether a title belongs to a test or to a group of tests. */
export interface Title extends Prose {
    readonly kind: 'test' | 'describe';
}

/** The titles of the tests in a file. */
export function titlesIn(file: string): readonly Title[] {
    const source = read(file);
    const titles: Title[] = [];
    const visit = (node: ts.Node): void => {
        const kind = ts.isCallExpression(node) ? kindOf(node.expression) : undefined;
        const [title] = ts.isCallExpression(node) ? node.arguments : [];
        if (kind && title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) {
            titles.push({ kind, file, line: lineAt(source, title.getStart()), text: title.getText().slice(1, -1) });
        }
        ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
    return titles;
}

/** `test`, `test.skipIf(…)` and `test.each(…)` alike. */
function kindOf(callee: ts.Expression): 'test' | 'describe' | undefined {
    if (ts.isIdentifier(callee)) {
        return callee.text === 'test' || callee.text === 'it' ? 'test' : callee.text === 'describe' ? 'describe' : undefined;
    }
    if (ts.isTaggedTemplateExpression(callee)) {
        return kindOf(callee.tag);
    }
    return ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee) ? kindOf(callee.expression) : undefined;
}

/** Begins a list item, a heading or a quotation, each of which is a paragraph of its own. */
const marker = /^\s*(?:[-*+]|\d+\.|#+|>)\s+/;

/** The paragraphs, headings, list items and table cells of a Markdown file, without code blocks. */
export function paragraphsIn(file: string): readonly Prose[] {
    const found: Prose[] = [];
    let current: Prose | undefined;
    let isCode = false;
    for (const [i, line] of read(file).split('\n').entries()) {
        const fence = /^\s*(?:>\s*)?(?:```|~~~)/.test(line);
        isCode = fence ? !isCode : isCode;
        if (fence || isCode || line.trim() === '' || line.startsWith('|')) {
            current = undefined;
            const cells = line.startsWith('|') && !isCode ? line.split('|').map(cell => cell.trim()).filter(cell => cell !== '') : [];
            found.push(...cells.map(text => ({ file, line: i + 1, text })));
        } else if (current && !marker.test(line)) {
            current = { ...current, text: `${current.text} ${line.trim()}` };
            found[found.length - 1] = current;
        } else {
            current = { file, line: i + 1, text: line.replace(marker, '').trim() };
            found.push(current);
        }
    }
    return found;
}

/** The texts of a JSON file of messages. */
export function messagesIn(file: string): readonly Prose[] {
    const source = read(file);
    return Object.values(JSON.parse(source) as Record<string, string>).map(text => ({ file, line: lineAt(source, Math.max(0, source.indexOf(JSON.stringify(text)))), text }));
}
