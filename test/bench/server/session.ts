import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchServer } from './bench-server.js';
import type { BenchDocument } from './document.js';
import { Editor } from './editor.js';

/** A server under measurement. It owns the process that was started last, with the document open in it. */
export class Session {
    readonly memories: number[] = [];
    editor: Editor | undefined;

    constructor(readonly server: BenchServer, private readonly folder: string, private readonly document: BenchDocument) {}

    /** Starts the server. Returns the milliseconds until its first answer. It is stopped at once, so that its reading of the folder does not slow the other server's start. */
    async start(): Promise<number> {
        await this.stop();
        this.editor = new Editor(this.server, this.folder, this.document);
        try {
            return await this.editor.client.initialize();
        } finally {
            await this.stop();
        }
    }

    /**
     * Restarts the server. Returns the milliseconds from the opening of the document to its diagnostics. They include the reading of the folder
     * if the server does that first.
     */
    async open(): Promise<number> {
        await this.stop();
        const editor = this.editor = new Editor(this.server, this.folder, this.document);
        await editor.client.initialize();
        const time = await editor.open();
        await sleep(500);
        await editor.client.rest();
        const memory = editor.client.memory();
        if (memory !== undefined) {
            this.memories.push(memory);
        }
        return time;
    }

    async stop(): Promise<void> {
        await this.editor?.client.stop();
        this.editor = undefined;
    }
}
