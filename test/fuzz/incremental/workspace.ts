import { DocumentState, isOperationCancelled, URI } from 'langium';
import { createSupServices, type SupServices } from '@sup/language';
import { type CancellationToken, Event } from 'vscode-languageserver';
import { LazyCst } from '../../../language/src/syntax/fast-parser/lazy-cst.js';
import { segmentsOf } from '../../../language/src/syntax/segments/segmented-file.js';
import { MemoryFileSystem } from '../../support/memory-file-system.js';
import { observed } from './observed.js';
import { afterStep, type Step, type Texts } from './step.js';

/** A workspace that receives changes step by step, as the language server does. */
export class ChangingWorkspace {
    readonly reports: string[] = [];
    readonly services: SupServices;
    private readonly disk = new MemoryFileSystem();
    private cancelNextAfter: number | undefined;
    private texts: Texts = new Map();

    constructor() {
        this.services = createSupServices({ fileSystemProvider: () => this.disk, report: message => this.reports.push(message) }).Sup;
        // Readers may query at any time, even between the parsing of a file and the update of its hierarchy.
        const { hierarchies } = this.services.analysis;
        this.services.shared.workspace.DocumentBuilder.onDocumentPhase(DocumentState.Parsed, document => {
            hierarchies.sitesOf(document);
            hierarchies.scenariosOf(document);
        });
    }

    get files(): Texts {
        return this.texts;
    }

    async take(step: Step): Promise<void> {
        const before = this.texts;
        this.texts = afterStep(before, step);
        const deleted = [...before.keys()].filter(name => !this.texts.has(name));
        const changed = [...this.texts.keys()].filter(name => this.texts.get(name) !== before.get(name));
        deleted.forEach(name => this.disk.files.delete(uriOf(name).toString()));
        changed.forEach(name => this.disk.files.set(uriOf(name).toString(), this.texts.get(name)!));
        const cancelAfter = this.cancelNextAfter;
        this.cancelNextAfter = step.kind === 'cancel' ? step.after : undefined;
        if (step.kind !== 'cancel') {
            await this.update(changed, deleted, cancelAfter);
        }
        this.dropTokens();
    }

    /** Unreferenced tokens may be garbage-collected at any time; here they are dropped after each step. */
    private dropTokens(): void {
        for (const document of this.services.shared.workspace.LangiumDocuments.all) {
            segmentsOf(document).forEach(({ cst }) => {
                if (cst instanceof LazyCst) {
                    (cst as unknown as { tokens: undefined }).tokens = undefined;
                }
            });
        }
    }

    /** Runs an update. A cancelled one stops where it asks whether it is for the time after `cancelAfter`. */
    private async update(changed: readonly string[], deleted: readonly string[], cancelAfter = Infinity): Promise<void> {
        let asked = 0;
        const token: CancellationToken = { get isCancellationRequested() { return ++asked > cancelAfter; }, onCancellationRequested: Event.None };
        try {
            await this.services.shared.workspace.DocumentBuilder.update(changed.map(uriOf), deleted.map(uriOf), token);
        } catch (error) {
            if (!isOperationCancelled(error)) {
                throw error;
            }
        }
    }

    async observed(): Promise<ReadonlyMap<string, string>> {
        // An update completes the work of a cancelled one before it.
        await this.update([], []);
        return observed(this.services);
    }
}

/** The observations of a workspace that is loaded from scratch. */
export async function freshlyObserved(files: Texts): Promise<ReadonlyMap<string, string>> {
    const workspace = new ChangingWorkspace();
    for (const [file, text] of [...files].sort(([a], [b]) => a < b ? -1 : 1)) {
        await workspace.take({ kind: 'create', file, text });
    }
    return workspace.observed();
}

function uriOf(name: string): URI {
    return URI.parse(`file:///workspace/${name}`);
}
