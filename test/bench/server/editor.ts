import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Position, TextDocumentSyncKind } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { BenchServer } from './bench-server.js';
import { type Answer, BenchClient, type Published } from './client.js';
import type { BenchDocument } from './document.js';

/** Simulates a user who types a character in the middle element, deletes it again, and sends requests in between. */
export class Editor {
    readonly client: BenchClient;
    readonly uri: string;
    /** The result id of the last semantic tokens. */
    tokens: string | undefined;
    private version = 1;
    /** The positions at which the character is currently in the text. */
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

    /** Opens the document. Returns the milliseconds until its diagnostics. */
    async open(): Promise<number> {
        const { uri, version, document: { languageId, text } } = this;
        const sent = this.client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
        return await this.upToDate() - sent;
    }

    /** Types or deletes the character. Returns the milliseconds until exactly the diagnostics of the new text. */
    async keystroke(place = this.document.middle): Promise<number> {
        const sent = this.type(place);
        return await this.upToDate() - sent;
    }

    /** Makes ten keystrokes. Returns the milliseconds from the last one to its diagnostics. */
    async burst(): Promise<number> {
        for (let i = 0; i < 9; i++) {
            this.type(this.document.middle);
            await sleep(50);
        }
        if (this.client.sendsVersions) {
            return this.keystroke();
        }
        // The last keystroke is in another element, so that diagnostics of an earlier one are not mistaken for its own.
        const time = await this.keystroke(this.document.neighbour);
        await this.keystroke(this.document.neighbour);
        return time;
    }

    /** Sends a request right after a keystroke, as an editor does while the user types. Resolves when the diagnostics have arrived, too. */
    async askTyping(method: string, params: object): Promise<Answer> {
        this.type(this.document.middle);
        const [answer] = await Promise.all([this.client.request(method, params), this.upToDate()]);
        return answer;
    }

    /** Sends a request while the server is idle and all typed characters are deleted. */
    async askAtRest(method: string, params: object): Promise<Answer> {
        if (this.broken.size > 0) {
            await this.keystroke();
            await this.client.rest();
        }
        return this.client.request(method, params);
    }

    /** Types or deletes the character. Returns the time at which the server is notified. */
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

    /** Whether the server accepts incremental changes; otherwise it wants the full text. */
    private get takesChanges(): boolean {
        const { textDocumentSync: sync } = this.client.capabilities;
        return (typeof sync === 'object' ? sync.change : sync) === TextDocumentSyncKind.Incremental;
    }

    /** The time at which the diagnostics match the current text. */
    private upToDate(): Promise<number> {
        const { server, version, document: { faultLine } } = this;
        const wanted = sorted([...[...this.broken].map(({ line }) => line), faultLine]);
        const isUpToDate = ({ diagnostics }: Published): boolean => sorted(diagnostics.filter(server.isMistake).map(({ range }) => range.start.line)) === wanted;
        return this.client.diagnosed(this.uri, published => (published.version ?? version) === version && (server.isFloor || isUpToDate(published)));
    }
}

function sorted(lines: readonly number[]): string {
    return [...lines].sort((a, b) => a - b).join();
}
