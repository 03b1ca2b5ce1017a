import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EditorConfigs } from '@sup/files';
import { createSupServices, type SupServices } from '@sup/language';
import { EmptyFileSystem, type LangiumDocument, TextDocument, type URI } from 'langium';
import { rootOf } from './selection.js';

/** The indentation that a plan has unless an `.editorconfig` sets another one; the same as in the editor. */
const standard = { insertSpaces: true, tabSize: 2 };

/** The layout of the editor, with the options that `.editorconfig` files set. */
export class Layout {
    private readonly configs: EditorConfigs;
    private readonly services: SupServices;

    constructor(folders: readonly string[]) {
        const roots = [...new Set(folders.map(layoutRootOf))];
        this.configs = new EditorConfigs(() => roots);
        this.services = createSupServices({ ...EmptyFileSystem, configuredLayout: uri => this.configs.layoutFor(uri) }).Sup;
    }

    parse(text: string, uri: URI): LangiumDocument {
        return this.services.shared.workspace.LangiumDocumentFactory.fromString(text, uri);
    }

    async of(document: LangiumDocument): Promise<string> {
        const edits = await this.services.lsp.Formatter!.formatDocument(document, { textDocument: { uri: document.uri.toString() }, options: standard });
        const text = TextDocument.applyEdits(document.textDocument, edits);
        const { lineBreak } = this.configs.layoutFor(document.uri);
        return lineBreak === undefined ? text : text.replace(/\r\n|\n|\r/g, lineBreak);
    }
}

/** The repository around a folder, within which `.editorconfig` files apply. */
function layoutRootOf(folder: string): string {
    for (let candidate = folder; candidate !== dirname(candidate); candidate = dirname(candidate)) {
        if (existsSync(join(candidate, '.git'))) {
            return candidate;
        }
    }
    return rootOf(folder);
}
