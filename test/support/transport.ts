import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { built } from './dist.js';

/** A JSON-RPC message. A request has `id` and `method`, a notification only `method`, a response only `id`. */
export interface JsonRpcMessage {
    readonly id?: number | string | null;
    readonly method?: string;
    readonly params?: unknown;
    readonly result?: unknown;
    readonly error?: { readonly code: number; readonly message: string };
}

export interface TransportListener {
    /** `arrivedAt` is the moment (`performance.now()`) at which the last byte arrived, before the message was parsed. */
    onMessage(message: JsonRpcMessage, arrivedAt: number): void;
    /** Called for output that is not a framed JSON message. After a malformed header, framing is lost and nothing more is read. */
    onMalformedOutput?(reason: string): void;
}

export interface ServerOptions {
    /** The bundle; the default is `dist/server.cjs`. */
    readonly path?: string;
    /** Flags for Node.js. */
    readonly flags?: readonly string[];
    readonly env?: NodeJS.ProcessEnv;
    /** A program that starts Node.js and observes it, with its flags. */
    readonly tracer?: readonly string[];
}

/** Starts the language server as editors do, over stdio. */
export function startServer({ path = fileURLToPath(new URL('../../dist/server.cjs', import.meta.url)), flags = [], env = {}, tracer = [] }: ServerOptions = {}): ChildProcessWithoutNullStreams {
    const [program, ...rest] = [...tracer, process.execPath, ...flags, built(path), '--stdio'];
    return spawn(program!, rest, { env: { ...process.env, ...env } });
}

/**
 * The messages to and from a language server's process, framed with `Content-Length`. It is written by hand, not with a library, so that
 * benchmarks measure the server and fuzz tests see malformed messages.
 */
export class Transport {
    private chunks: Buffer[] = [];
    private received = 0;
    private contentLength: number | undefined;
    private isFramingLost = false;

    constructor(private readonly process: ChildProcessWithoutNullStreams, private readonly listener: TransportListener) {
        process.stdout.on('data', (chunk: Buffer) => this.receive(chunk));
        // A failed write is reported to its caller, and the end of the process to the listeners of the process.
        process.stdin.on('error', () => undefined);
    }

    /** Sends a message and returns the moment at which it was handed to the process. */
    send(message: JsonRpcMessage, onWritten?: (error?: Error | null) => void): number {
        const body = JSON.stringify({ jsonrpc: '2.0', ...message });
        const frame = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
        const sentAt = performance.now();
        this.process.stdin.write(frame, onWritten);
        return sentAt;
    }

    private receive(chunk: Buffer): void {
        const arrivedAt = performance.now();
        this.chunks.push(chunk);
        this.received += chunk.length;
        while (!this.isFramingLost && (this.contentLength !== undefined || this.readHeader())) {
            if (this.received < this.contentLength!) {
                return;
            }
            const all = this.joined();
            const body = all.toString('utf8', 0, this.contentLength);
            this.rest(all.subarray(this.contentLength));
            this.contentLength = undefined;
            this.dispatch(body, arrivedAt);
        }
    }

    /** Whether the header has arrived. */
    private readHeader(): boolean {
        const all = this.joined();
        const end = all.indexOf('\r\n\r\n');
        if (end < 0) {
            return false;
        }
        const header = all.toString('latin1', 0, end);
        const length = /^Content-Length: *(\d+)$/im.exec(header)?.[1];
        if (length === undefined) {
            this.isFramingLost = true;
            this.listener.onMalformedOutput?.(`a header without a Content-Length: ${header.slice(0, 200)}`);
            return false;
        }
        this.contentLength = Number(length);
        this.rest(all.subarray(end + 4));
        return true;
    }

    private joined(): Buffer {
        this.chunks = [Buffer.concat(this.chunks)];
        return this.chunks[0]!;
    }

    private rest(rest: Buffer): void {
        this.chunks = [rest];
        this.received = rest.length;
    }

    private dispatch(body: string, arrivedAt: number): void {
        let message: JsonRpcMessage;
        try {
            message = JSON.parse(body) as JsonRpcMessage;
        } catch (error) {
            this.listener.onMalformedOutput?.((error as Error).message);
            return;
        }
        this.listener.onMessage(message, arrivedAt);
    }
}
