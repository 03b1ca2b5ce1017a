import type { Disposable, Webview } from 'vscode';
import { type FromPage, isFromPage, type ToPage } from '@sup/protocol/preview';

/** The way between a panel and its page, which lives only while it can be seen. */
export class PageLink implements Disposable {
    private readonly listener: Disposable;
    private readonly rasterizing = new Map<number, (png: Uint8Array | undefined) => void>();
    private isThere = false;
    private isShown = false;
    private readonly waiting: ToPage[] = [];
    private rasterized = 0;

    constructor(private readonly webview: Webview, receive: (message: FromPage) => void) {
        this.listener = webview.onDidReceiveMessage((message: unknown) => {
            if (isFromPage(message)) {
                this.settle(message);
                receive(message);
            }
        });
    }

    get isReady(): boolean {
        return this.isThere;
    }

    /** Sends a message, unless there is no page: it is of no use to a later one. */
    send(message: ToPage): void {
        if (this.isThere) {
            void this.webview.postMessage(message);
        }
    }

    /** Sends a message, as soon as there is a page that has been shown something. */
    sendWhenReady(message: ToPage): void {
        if (this.isShown) {
            this.send(message);
        } else {
            this.waiting.push(message);
        }
    }

    /** Makes an SVG picture one of pixels; undefined where that is not possible. */
    rasterize(svg: string, scale: number): Promise<Uint8Array | undefined> {
        const id = ++this.rasterized;
        return new Promise(resolve => {
            this.rasterizing.set(id, resolve);
            this.sendWhenReady({ kind: 'rasterize', id, svg, scale });
        });
    }

    /** A page has come to life. What waits for one is sent after what it begins with. */
    async begin(show: () => Promise<void>): Promise<void> {
        this.isThere = true;
        await show();
        if (this.isThere) {
            this.isShown = true;
            this.waiting.splice(0).forEach(message => this.send(message));
        }
    }

    /** The page is gone, with all that it was asked for. */
    end(): void {
        this.isThere = false;
        this.isShown = false;
        this.rasterizing.forEach(resolve => resolve(undefined));
        this.rasterizing.clear();
    }

    dispose(): void {
        this.end();
        this.listener.dispose();
    }

    private settle(message: FromPage): void {
        if (message.kind === 'rasterized') {
            this.rasterizing.get(message.id)?.(message.png && new Uint8Array(message.png));
            this.rasterizing.delete(message.id);
        }
    }
}
