/** So many characters are written at once. */
const most = 64 * 1024;

/** Long output, written piece by piece and no faster than it is read. */
export class Output {
    private text = '';

    constructor(private readonly stream: Pick<NodeJS.WriteStream, 'write'>) {}

    /** Keeps a piece until there is enough to write; whoever puts much in asks {@link isFull} in between. */
    put(piece: string | undefined): void {
        this.text += piece ?? '';
    }

    get isFull(): boolean {
        return this.text.length >= most;
    }

    /** Writes what was put in. False when it could not be written: then the reader has seen enough, or the disk is full. */
    async flush(): Promise<boolean> {
        const { text } = this;
        this.text = '';
        return text === '' || new Promise(resolve => this.stream.write(text, error => resolve(!error)));
    }
}
