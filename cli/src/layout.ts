import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EditorConfigs } from '@sup/files';
import { createSupServices, formattedText, type SupServices } from '@sup/language';
import { EmptyFileSystem, type LangiumDocument, type URI } from 'langium';
import { rootOf } from './selection.js';

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
        const text = await formattedText(document, this.services);
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
