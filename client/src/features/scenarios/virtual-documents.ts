import { type Disposable, EventEmitter, l10n, Uri, workspace } from 'vscode';

/** So many texts are kept. One that has gone can be asked for again by its command. */
const kept = 12;

/** Read-only documents that hold what the server has answered. */
export class VirtualDocuments implements Disposable {
    private readonly texts = new Map<string, string>();
    private readonly change = new EventEmitter<Uri>();
    private readonly registration: Disposable;

    constructor(private readonly scheme: string) {
        this.registration = workspace.registerTextDocumentContentProvider(scheme, {
            onDidChange: this.change.event,
            provideTextDocumentContent: uri => this.texts.get(uri.toString()) ?? l10n.t('This text is not kept any longer. Run the command again.')
        });
    }

    /**
     * Keeps a text, in place of the last one about the same thing.
     * @param name What the editor shows as the name of the file; its extension decides the language.
     * @param about What the text is about: the same name with another of these is another document.
     */
    write(name: string, about: string, text: string): Uri {
        const uri = Uri.from({ scheme: this.scheme, path: `/${name.replaceAll(/[/\\]/g, ' ')}`, query: about });
        const key = uri.toString();
        this.texts.delete(key);
        this.texts.set(key, text);
        if (this.texts.size > kept) {
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
