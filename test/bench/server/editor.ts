import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Position, TextDocumentSyncKind } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { BenchServer } from './bench-server.js';
import { type Answer, BenchClient, type Published } from './client.js';
import type { BenchDocument } from './document.js';

/** Somebody who works in a document: types a character in the middle element, takes it away again, and asks in between. */
export class Editor {
    readonly client: BenchClient;
    readonly uri: string;
    /** Names the semantic tokens that were given last. */
    tokens: string | undefined;
    private version = 1;
    /** The places where the character is typed now. */
    private readonly broken = new Set<Position>();
    private readonly written: TextDocument;

    constructor(private readonly server: BenchServer, folder: string, readonly document: BenchDocument) {
        this.client = new BenchClient(server, folder);
        this.uri = pathToFileURL(join(folder, document.name)).href;
        this.written = TextDocument.create(this.uri, document.languageId, this.version, document.text);
    }

    get textDocument(): { readonly uri: string } {
        return { uri: this.uri };
    }

    /** Milliseconds until the diagnostics. */
    async open(): Promise<number> {
        const { uri, version, document: { languageId, text } } = this;
        const sent = this.client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
        return await this.upToDate() - sent;
    }

    /** Milliseconds until the diagnostics that say so, and nothing else. */
    async keystroke(place = this.document.middle): Promise<number> {
        const sent = this.type(place);
        return await this.upToDate() - sent;
    }

    /** Milliseconds from the last of ten keystrokes to its diagnostics. */
    async burst(): Promise<number> {
        for (let i = 0; i < 9; i++) {
            this.type(this.document.middle);
            await sleep(50);
        }
        if (this.client.saysVersions) {
            return this.keystroke();
        }
        // Diagnostics of an earlier keystroke could be taken for those of the last one, were it not in another element.
        const time = await this.keystroke(this.document.neighbour);
        await this.keystroke(this.document.neighbour);
        return time;
    }

    /** Asks right behind a keystroke, as an editor does while somebody types. Comes back when the diagnostics are there, too. */
    async askTyping(method: string, params: object): Promise<Answer> {
        this.type(this.document.middle);
        const [answer] = await Promise.all([this.client.request(method, params), this.upToDate()]);
        return answer;
    }

    /** Asks while nobody types, and no character is too many. */
    async askAtRest(method: string, params: object): Promise<Answer> {
        if (this.broken.size > 0) {
            await this.keystroke();
            await this.client.rest();
        }
        return this.client.request(method, params);
    }

    /** Types the character, or takes it away. Gives the moment at which the server is told. */
    private type(start: Position): number {
        const { uri, document: { typed } } = this;
        const end = { line: start.line, character: start.character + typed.length };
        const change = this.broken.delete(start) ? { range: { start, end }, text: '' } : { range: { start, end: start }, text: typed };
        if (change.text !== '') {
            this.broken.add(start);
        }
        this.version++;
        const contentChanges = [this.takesChanges ? change : { text: TextDocument.update(this.written, [change], this.version).getText() }];
        return this.client.notify('textDocument/didChange', { textDocument: { uri, version: this.version }, contentChanges });
    }

    /** Whether the server takes what has changed; otherwise it wants the whole text. */
    private get takesChanges(): boolean {
        const { textDocumentSync: sync } = this.client.capabilities;
        return (typeof sync === 'object' ? sync.change : sync) === TextDocumentSyncKind.Incremental;
    }

    /** The moment at which the diagnostics are those of the text as it is now. */
    private upToDate(): Promise<number> {
        const { server, version, document: { faultLine } } = this;
        const wanted = sorted([...[...this.broken].map(({ line }) => line), faultLine]);
        const isTrue = ({ diagnostics }: Published): boolean => sorted(diagnostics.filter(server.isMistake).map(({ range }) => range.start.line)) === wanted;
        return this.client.diagnosed(this.uri, published => (published.version ?? version) === version && (server.isFloor || isTrue(published)));
    }
}

function sorted(lines: readonly number[]): string {
    return [...lines].sort((a, b) => a - b).join();
}
