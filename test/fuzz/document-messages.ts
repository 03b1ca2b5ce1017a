import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { notification, type Outgoing } from './outgoing.js';
import { randomPosition, randomRange, wholeRange } from './places.js';
import { randomSnippet, randomText } from './texts.js';
import { elsewhere, someUri, type World } from './world.js';

/** A longer text is replaced: the test looks for odd messages, not large ones. */
const longest = 12_000;

/** The notifications of an editor about its documents. */
export class DocumentMessages {
    private readonly versions = new Map<string, number>();
    /** Characters that are still to be typed, one in each message. */
    private typing: { readonly uri: string; rest: string[] } | undefined;

    constructor(private readonly world: World) {}

    /** Continues typing, or changes the documents in another way. */
    next(): Outgoing {
        const { random, mirror } = this.world;
        const opened = mirror.opened();
        const isTyping = this.typing !== undefined && this.typing.rest.length > 0 && mirror.document(this.typing.uri);
        if (isTyping && !random.isOneIn(10)) {
            return this.typeOn(this.typing!.uri, this.typing!.rest.shift()!);
        }
        if (opened.length < 3 || (opened.length < 9 && random.isOneIn(14))) {
            return this.open();
        }
        const uri = random.of(opened);
        const roll = random.next();
        if (roll < 0.06) {
            return notification('textDocument/didClose', { textDocument: { uri } });
        }
        if (roll < 0.1) {
            return notification('textDocument/didSave', { textDocument: { uri: random.isOneIn(5) ? someUri(this.world) : uri } });
        }
        if (roll < 0.12) {
            return this.notifyAboutUnknown();
        }
        if (roll < 0.25) {
            this.typing = { uri, rest: [...randomSnippet(random)].slice(0, 30) };
        }
        return this.change(uri, mirror.document(uri)!);
    }

    private open(): Outgoing {
        const { random, mirror, disk } = this.world;
        const opened = new Set(mirror.opened());
        const uri = random.of([...disk.uris(), ...elsewhere].filter(candidate => !opened.has(candidate)));
        return notification('textDocument/didOpen', { textDocument: { uri, languageId: 'sup', version: this.versionAfter(uri), text: randomText(random) } });
    }

    /** A server must tolerate notifications about unknown documents. */
    private notifyAboutUnknown(): Outgoing {
        const uri = 'file:///nowhere/never-opened.sup';
        return this.world.random.isOneIn(2)
            ? notification('textDocument/didClose', { textDocument: { uri } })
            : notification('textDocument/didChange', { textDocument: { uri, version: 1 }, contentChanges: [{ text: 'x' }] });
    }

    private change(uri: string, document: TextDocument): Outgoing {
        const { random } = this.world;
        if (random.isOneIn(40)) {
            // Some editors send this when only the saved state has changed: there is no new version.
            return notification('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges: [] });
        }
        const isWhole = random.isOneIn(12) || document.getText().length > longest;
        const count = isWhole || !random.isOneIn(4) ? 1 : random.between(2, 5);
        const contentChanges = isWhole ? [{ text: randomText(random) }] : Array.from({ length: count }, () => this.edit(document));
        return this.changed(uri, contentChanges);
    }

    /** Each edit of a message applies to the text after the previous one, so some of these lie beyond its end. */
    private edit(document: TextDocument): TextDocumentContentChangeEvent {
        const { random } = this.world;
        const roll = random.next();
        if (roll < 0.02) {
            return { range: wholeRange(document), text: random.isOneIn(3) ? '' : randomText(random) };
        }
        if (roll < 0.45) {
            const at = randomPosition(random, document);
            return { range: { start: at, end: at }, text: randomSnippet(random) };
        }
        const range = randomRange(random, document);
        // Large deletions would soon empty every text.
        const isLarge = range.end.line - range.start.line > 6 && !random.isOneIn(8);
        return { range: isLarge ? { start: range.start, end: range.start } : range, text: random.isOneIn(3) ? '' : randomSnippet(random) };
    }

    private typeOn(uri: string, text: string): Outgoing {
        const document = this.world.mirror.document(uri)!;
        const at = document.positionAt(Math.floor(document.getText().length / 2));
        return this.changed(uri, [{ range: { start: at, end: at }, text }]);
    }

    private changed(uri: string, contentChanges: TextDocumentContentChangeEvent[]): Outgoing {
        return notification('textDocument/didChange', { textDocument: { uri, version: this.versionAfter(uri) }, contentChanges });
    }

    /** Versions keep growing when a document is closed and opened again, so that each identifies one text. */
    private versionAfter(uri: string): number {
        const version = (this.versions.get(uri) ?? 0) + 1;
        this.versions.set(uri, version);
        return version;
    }
}
