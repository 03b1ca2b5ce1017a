import { Disposable, type DocumentLink, EventEmitter, l10n, languages, Uri, workspace } from 'vscode';

/** The number of cached texts. Running the command again restores an evicted one. */
const capacity = 12;

/** A text, and the links in it. */
interface VirtualDocument {
    readonly text: string;
    readonly links: readonly DocumentLink[];
}

/** Read-only documents with text from the server. */
export class VirtualDocuments implements Disposable {
    private readonly documents = new Map<string, VirtualDocument>();
    private readonly change = new EventEmitter<Uri>();
    private readonly registration: Disposable;

    constructor(private readonly scheme: string) {
        this.registration = Disposable.from(
            workspace.registerTextDocumentContentProvider(scheme, {
                onDidChange: this.change.event,
                provideTextDocumentContent: uri => this.documents.get(uri.toString())?.text ?? l10n.t('This text is no longer available. Run the command again.')
            }),
            languages.registerDocumentLinkProvider({ scheme }, { provideDocumentLinks: ({ uri }) => [...this.documents.get(uri.toString())?.links ?? []] })
        );
    }

    /**
     * Caches a text and replaces the previous one with the same name and subject.
     * @param name The file name in the editor; its extension determines the language.
     * @param subject Distinguishes documents with the same name.
     */
    write(name: string, subject: string, text: string, links: readonly DocumentLink[] = []): Uri {
        const uri = Uri.from({ scheme: this.scheme, path: `/${name.replaceAll(/[/\\]/g, ' ')}`, query: subject });
        const key = uri.toString();
        this.documents.delete(key);
        this.documents.set(key, { text, links });
        if (this.documents.size > capacity) {
            this.documents.delete(this.documents.keys().next().value!);
        }
        this.change.fire(uri);
        return uri;
    }

    dispose(): void {
        this.registration.dispose();
        this.change.dispose();
        this.documents.clear();
    }
}
