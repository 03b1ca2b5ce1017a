import { type Disposable, EventEmitter, l10n, Uri, workspace } from 'vscode';

/** The number of cached texts. Running the command again restores an evicted one. */
const capacity = 12;

/** Read-only documents with text from the server. */
export class VirtualDocuments implements Disposable {
    private readonly texts = new Map<string, string>();
    private readonly change = new EventEmitter<Uri>();
    private readonly registration: Disposable;

    constructor(private readonly scheme: string) {
        this.registration = workspace.registerTextDocumentContentProvider(scheme, {
            onDidChange: this.change.event,
            provideTextDocumentContent: uri => this.texts.get(uri.toString()) ?? l10n.t('This text is no longer available. Run the command again.')
        });
    }

    /**
     * Caches a text and replaces the previous one with the same name and subject.
     * @param name The file name in the editor; its extension determines the language.
     * @param subject Distinguishes documents with the same name.
     */
    write(name: string, subject: string, text: string): Uri {
        const uri = Uri.from({ scheme: this.scheme, path: `/${name.replaceAll(/[/\\]/g, ' ')}`, query: subject });
        const key = uri.toString();
        this.texts.delete(key);
        this.texts.set(key, text);
        if (this.texts.size > capacity) {
            this.texts.delete(this.texts.keys().next().value!);
        }
        this.change.fire(uri);
        return uri;
    }

    dispose(): void {
        this.registration.dispose();
        this.change.dispose();
        this.texts.clear();
    }
}
