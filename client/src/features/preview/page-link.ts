import type { Disposable, Webview } from 'vscode';
import { type FromPage, isFromPage, type ToPage } from '@sup/protocol/preview';

/** The connection between a panel and its page, which exists only while the panel is visible. */
export class PageLink implements Disposable {
    private readonly listener: Disposable;
    private readonly rasterizations = new Map<number, (png: Uint8Array | undefined) => void>();
    private isConnected = false;
    private hasContent = false;
    private readonly queue: ToPage[] = [];
    private lastId = 0;

    constructor(private readonly webview: Webview, receive: (message: FromPage) => void) {
        this.listener = webview.onDidReceiveMessage((message: unknown) => {
            if (isFromPage(message)) {
                this.settleRasterization(message);
                receive(message);
            }
        });
    }

    get isReady(): boolean {
        return this.isConnected;
    }

    /** Sends a message if there is a page. A later page does not need it. */
    send(message: ToPage): void {
        if (this.isConnected) {
            void this.webview.postMessage(message);
        }
    }

    /** Sends a message as soon as there is a page that has received its content. */
    sendWhenReady(message: ToPage): void {
        if (this.hasContent) {
            this.send(message);
        } else {
            this.queue.push(message);
        }
    }

    /** Rasterizes an SVG picture; undefined if that fails. */
    rasterize(svg: string, scale: number): Promise<Uint8Array | undefined> {
        const id = ++this.lastId;
        return new Promise(resolve => {
            this.rasterizations.set(id, resolve);
            this.sendWhenReady({ kind: 'rasterize', id, svg, scale });
        });
    }

    /** Called when a page has loaded. Queued messages are sent after the initial content. */
    async connect(show: () => Promise<void>): Promise<void> {
        this.isConnected = true;
        await show();
        if (this.isConnected) {
            this.hasContent = true;
            this.queue.splice(0).forEach(message => this.send(message));
        }
    }

    /** Called when the page is gone. Pending rasterizations fail. */
    disconnect(): void {
        this.isConnected = false;
        this.hasContent = false;
        this.rasterizations.forEach(resolve => resolve(undefined));
        this.rasterizations.clear();
    }

    dispose(): void {
        this.disconnect();
        this.listener.dispose();
    }

    private settleRasterization(message: FromPage): void {
        if (message.kind === 'rasterized') {
            this.rasterizations.get(message.id)?.(message.png && new Uint8Array(message.png));
            this.rasterizations.delete(message.id);
        }
    }
}
