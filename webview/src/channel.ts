import type { FromPage, PageRequest, ResponseTo, ToPage } from '@sup/protocol/preview';

/** The API that VS Code gives to a webview. Private to this file: only the channel sends messages and stores state. */
interface VsCodeApi {
    postMessage(message: unknown): void;
    getState(): unknown;
    setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The reason why a request failed. `isCancelled`: the page itself has cancelled it. */
export class RequestError extends Error {
    constructor(message: string, readonly isCancelled = false) {
        super(message);
    }
}

interface PendingRequest {
    resolve(response: never): void;
    reject(reason: RequestError): void;
    onProgress(percentage: number): void;
}

export interface RequestHandle<T> {
    readonly response: Promise<T | null>;
    cancel(): void;
}

/** The connection between the page and the extension. It settles requests with their responses and passes all other messages to the listener. */
export class Channel {
    private readonly host = acquireVsCodeApi();
    private readonly pending = new Map<number, PendingRequest>();
    private lastId = 0;

    constructor(listener: (message: ToPage) => void) {
        window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => this.handleResponse(data) || listener(data));
    }

    send(message: FromPage): void {
        this.host.postMessage(message);
    }

    request<K extends PageRequest['kind']>(request: PageRequest & { readonly kind: K }, onProgress: (percentage: number) => void = () => undefined): RequestHandle<ResponseTo<K>> {
        const id = ++this.lastId;
        const response = new Promise<ResponseTo<K> | null>((resolve, reject) => this.pending.set(id, { resolve, reject, onProgress }));
        this.send({ kind: 'request', id, request });
        return {
            response,
            cancel: () => {
                if (this.settle(id, pending => pending.reject(new RequestError('Cancelled.', true)))) {
                    this.send({ kind: 'cancel', id });
                }
            }
        };
    }

    /** The state that survives hiding the page and restarting the editor. */
    get remembered(): unknown {
        return this.host.getState();
    }

    remember(state: object): void {
        this.host.setState(state);
    }

    private handleResponse(message: ToPage): boolean {
        switch (message.kind) {
            case 'response':
                this.settle(message.id, pending => pending.resolve(message.response as never));
                return true;
            case 'error':
                this.settle(message.id, pending => pending.reject(new RequestError(message.message)));
                return true;
            case 'progress':
                this.pending.get(message.id)?.onProgress(message.percentage);
                return true;
            default:
                return false;
        }
    }

    /** Settles a request; returns false if it was settled before. */
    private settle(id: number, end: (request: PendingRequest) => void): boolean {
        const request = this.pending.get(id);
        this.pending.delete(id);
        if (request) {
            end(request);
        }
        return request !== undefined;
    }
}
