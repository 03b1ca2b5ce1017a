import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LangiumDocument } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, CompletionList, Hover, Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { headings, readRulePage } from './rule-page.js';
import { readExample } from './markers.js';
import type { SupContext } from '@sup/language';
import { type Files, type TestWorkspace, uriOf, workspaceWith } from './workspace.js';

/** An editor with open files. The cursor is marked with `|` in one of them. */
export class TestEditor {
    private constructor(readonly workspace: TestWorkspace, readonly name: string, readonly position: Position) {}

    static async open(files: Files | string, context: Partial<SupContext> = {}): Promise<TestEditor> {
        const all = typeof files === 'string' ? { 'plan.sup': files } : files;
        const name = Object.keys(all).find(each => all[each]!.includes('|')) ?? Object.keys(all)[0]!;
        const offset = Math.max(0, all[name]!.indexOf('|'));
        const workspace = await workspaceWith({ ...all, [name]: all[name]!.replace('|', '') }, context);
        return new TestEditor(workspace, name, workspace.document(name).textDocument.positionAt(offset));
    }

    get document(): LangiumDocument {
        return this.workspace.document(this.name);
    }

    get params(): { textDocument: { uri: string }; position: Position } {
        return { textDocument: { uri: uriOf(this.name).toString() }, position: this.position };
    }

    async complete(typed?: string): Promise<CompletionList> {
        const context = typed === undefined ? { triggerKind: 1 as const } : { triggerKind: 2 as const, triggerCharacter: typed };
        return (await this.workspace.services.lsp.CompletionProvider!.getCompletion(this.document, { ...this.params, context }))!;
    }

    /** The text after accepting a completion item. */
    afterChoosing({ textEdit, additionalTextEdits = [] }: CompletionItem): string {
        return changed(this.document, [textEdit as TextEdit, ...additionalTextEdits]);
    }

    async hover(): Promise<string | undefined> {
        const hover: Hover | undefined = await this.workspace.services.lsp.HoverProvider!.getHoverContent(this.document, this.params);
        return hover && (hover.contents as { value: string }).value;
    }

    async rename(newName: string): Promise<Record<string, string>> {
        const edit: WorkspaceEdit | undefined = await this.workspace.services.lsp.RenameProvider!.rename(this.document, { ...this.params, newName });
        return this.after(edit?.changes ?? {});
    }

    /** Locations as `file:line:column`, counted from 1. */
    places(locations: readonly { uri: string; range: { start: Position } }[]): string[] {
        return locations.map(({ uri, range }) => `${uri.slice(uriOf('').toString().length)}:${range.start.line + 1}:${range.start.character + 1}`).sort();
    }

    private after(changes: NonNullable<WorkspaceEdit['changes']>): Record<string, string> {
        return Object.fromEntries(this.workspace.documents().map(document => {
            const uri = document.uri.toString();
            return [uri.slice(uriOf('').toString().length), changed(document, changes[uri] ?? [])];
        }));
    }
}

function changed(document: LangiumDocument, edits: TextEdit[]): string {
    return TextDocument.applyEdits(document.textDocument as TextDocument, edits);
}

/** Every plan in this project: the examples, and the correct and incorrect ones of the rule pages. */
export function plans(): readonly string[] {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const files = readdirSync(`${root}examples`, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.sup'));
    const pages = readdirSync(`${root}docs/rules`).filter(name => name !== 'README.md').map(name => readRulePage(name.slice(0, -3)));
    return [
        ...files.map(name => readFileSync(`${root}examples/${name}`, 'utf8')),
        ...pages.flatMap(page => headings.flatMap(heading => page.examples(heading).flatMap(({ text }) => Object.values(readExample(text).files))))
    ];
}
