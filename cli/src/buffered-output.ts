/** Characters that are written at once. */
const chunkLength = 64 * 1024;

/** Writes long output in chunks, and waits for the stream to drain. */
export class BufferedOutput {
    private text = '';

    constructor(private readonly stream: Pick<NodeJS.WriteStream, 'write'>) {}

    /** Appends to the buffer. Callers that append a lot of text check {@link isFull} and flush in between. */
    append(text: string | undefined): void {
        this.text += text ?? '';
    }

    get isFull(): boolean {
        return this.text.length >= chunkLength;
    }

    /** Writes the buffer. Resolves to false if writing fails: the reader has closed the pipe, or the disk is full. */
    async flush(): Promise<boolean> {
        const { text } = this;
        this.text = '';
        return text === '' || new Promise(resolve => this.stream.write(text, error => resolve(!error)));
    }
}
