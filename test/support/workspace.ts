import { setImmediate } from 'node:timers/promises';
import { EmptyFileSystem, type LangiumDocument, URI, UriUtils } from 'langium';
import type { Diagnostic } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Changes, checkAllAgain, configFileName, createSupServices, type PlanFolders, type ShownFinding, type SupContext, type SupServices } from '@sup/language';

/** Files by name. All are in one workspace folder. */
export type Files = Readonly<Record<string, string>>;

/** An in-memory workspace that is checked like in the language server. */
export class TestWorkspace {
    readonly services: SupServices;
    readonly reports: string[] = [];
    private readonly planFolders = new TestPlanFolders();
    private revision = 0;

    constructor(context: Partial<SupContext> = {}) {
        this.services = createSupServices({ ...EmptyFileSystem, report: message => this.reports.push(message), planFolders: this.planFolders, ...context }).Sup;
    }

    /** Adds files, replaces those with the same names, and checks everything. */
    async write(files: Files): Promise<void> {
        const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = this.services.shared.workspace;
        for (const [name, text] of Object.entries(files)) {
            const uri = uriOf(name);
            if (name.split('/').at(-1) === configFileName) {
                this.planFolders.add(uri, text);
                continue;
            }
            if (LangiumDocuments.hasDocument(uri)) {
                LangiumDocuments.deleteDocument(uri);
                await DocumentBuilder.update([], [uri]);
            }
            LangiumDocuments.addDocument(LangiumDocumentFactory.fromString(text, uri));
        }
        if (this.planFolders.revision !== this.revision) {
            this.revision = this.planFolders.revision;
            checkAllAgain(this.services.shared.workspace);
        }
        await DocumentBuilder.build(this.documents(), { validation: true });
        // The target of a WeakRef stays in memory until the event loop runs, and awaiting resolved promises does not let it run. The language keeps
        // tokens by WeakRef, so a test that opens thousands of plans would fill the memory.
        await setImmediate();
    }

    /** Deletes the configuration file of a folder, and checks everything. */
    async removeConfiguration(folder: string): Promise<void> {
        this.planFolders.remove(uriOf(folder));
        await this.write({});
    }

    documents(): LangiumDocument[] {
        return this.services.shared.workspace.LangiumDocuments.all.toArray();
    }

    document(name: string): LangiumDocument {
        const document = this.services.shared.workspace.LangiumDocuments.getDocument(uriOf(name));
        if (!document) {
            throw new Error(`The workspace has no file ${name}.`);
        }
        return document;
    }

    findings(name: string): readonly ShownFinding[] {
        return this.services.linter.rules.check(this.document(name)).findings;
    }

    diagnostics(name: string): readonly Diagnostic[] {
        return this.document(name).diagnostics ?? [];
    }

    /** All diagnostics as `file:line:column rule`, in order. Lines and columns count from 1. */
    listing(): string[] {
        return this.documents().flatMap(document => (document.diagnostics ?? []).map(diagnostic =>
            `${nameOf(document)}:${diagnostic.range.start.line + 1}:${diagnostic.range.start.character + 1} ${String(diagnostic.code)}`));
    }

    texts(): Record<string, string> {
        return Object.fromEntries(this.documents().map(document => [nameOf(document), document.textDocument.getText()]));
    }
}

/** The folders of a test workspace that contain a `sup.config.json`. Its content is not applied. */
class TestPlanFolders implements PlanFolders {
    private readonly texts = new Map<string, string>();
    revision = 0;

    add(uri: URI, text: string): void {
        this.texts.set(UriUtils.dirname(uri).toString(), text);
        this.revision++;
    }

    remove(folder: URI): void {
        this.texts.delete(folder.toString());
        this.revision++;
    }

    folderOf({ path }: URI): string | undefined {
        const folders = path.split('/').map((_, i, names) => `file://${names.slice(0, i).join('/')}`);
        return folders.findLast(folder => this.texts.has(folder));
    }

    configurationOf(document: URI): string | undefined {
        return this.texts.get(this.folderOf(document) ?? '');
    }
}

/** The files after changes are applied, and after configuration files are created. */
export function applied(files: Files, changes: Changes, configurations: readonly URI[] = []): Record<string, string> {
    const result = { ...files, ...Object.fromEntries(configurations.map(({ path }) => [path.replace('/workspace/', ''), '{}\n'])) };
    for (const [document, edits] of changes) {
        result[nameOf(document)] = TextDocument.applyEdits(document.textDocument as TextDocument, [...edits]);
    }
    return result;
}

export function uriOf(name: string): URI {
    return URI.parse(`file:///workspace/${name}`);
}

function nameOf(document: LangiumDocument): string {
    return document.uri.path.replace('/workspace/', '');
}

/** A new workspace with the given files. */
export async function workspaceWith(files: Files | string, context: Partial<SupContext> = {}): Promise<TestWorkspace> {
    const workspace = new TestWorkspace(context);
    await workspace.write(typeof files === 'string' ? { 'plan.sup': files } : files);
    return workspace;
}
