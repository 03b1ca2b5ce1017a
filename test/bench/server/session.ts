import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchServer } from './bench-server.js';
import type { BenchDocument } from './document.js';
import { Editor } from './editor.js';

/** A server of which the last one that was started is kept, with the document open in it. */
export class Session {
    readonly memories: number[] = [];
    editor: Editor | undefined;

    constructor(readonly server: BenchServer, private readonly folder: string, private readonly document: BenchDocument) {}

    /** Milliseconds until the server has answered for the first time. It is ended at once: what it reads of the folder must not slow the other one's start. */
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
     * Starts the server anew. Milliseconds from the opening of the document to its diagnostics; a server that reads the folder before it looks at
     * what is open takes longer.
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
