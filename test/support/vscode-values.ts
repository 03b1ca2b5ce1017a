// The value classes of the `vscode` module that the extension and its tests use.

export class Disposable {
    constructor(private readonly end: () => unknown = () => undefined) {}

    static from(...disposables: { dispose(): unknown }[]): Disposable {
        return new Disposable(() => disposables.forEach(disposable => disposable.dispose()));
    }

    dispose(): void {
        this.end();
    }
}

export class Emitter<T> {
    private readonly listeners = new Set<(event: T) => unknown>();

    readonly event = (listener: (event: T) => unknown): Disposable => {
        this.listeners.add(listener);
        return new Disposable(() => this.listeners.delete(listener));
    };

    fire(event: T): void {
        this.listeners.forEach(listener => listener(event));
    }

    dispose(): void {
        this.listeners.clear();
    }
}

export class Uri {
    readonly scheme: string;

    constructor(private readonly text: string) {
        this.scheme = text.split(':', 1)[0]!;
    }

    get fsPath(): string {
        return this.text.replace(/^file:\/\//, '');
    }

    static file(path: string): Uri {
        return new Uri(`file://${path}`);
    }

    static parse(text: string, strict = false): Uri {
        if (strict && !/^[a-z][a-z+.-]*:/i.test(text)) {
            throw new Error(`Scheme is missing: ${text}`);
        }
        return new Uri(text);
    }

    /** Without query and fragment. */
    get path(): string {
        return this.text.replace(/^[^:]*:(\/\/[^/]*)?/, '').replace(/[?#].*/, '');
    }

    with({ path }: { path: string }): Uri {
        return new Uri(this.text.replace(this.path, path));
    }

    static joinPath(base: Uri, ...parts: readonly string[]): Uri {
        return new Uri([base.text, ...parts].join('/'));
    }

    static from({ scheme, path, query }: { scheme: string; path: string; query: string }): Uri {
        return new Uri(`${scheme}:${path}?${encodeURIComponent(query)}`);
    }

    toString(): string {
        return this.text;
    }
}

export class Position {
    constructor(readonly line: number, readonly character: number) {}
}

export class Range {
    readonly start: Position;
    readonly end: Position;

    constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
        this.start = new Position(startLine, startCharacter);
        this.end = new Position(endLine, endCharacter);
    }

    /** Compares only lines, which suffices for the tests. */
    intersection({ start, end }: Range): Range | undefined {
        return start.line <= this.end.line && this.start.line <= end.line ? this : undefined;
    }

    isEqual({ start, end }: Range): boolean {
        return [[this.start, start], [this.end, end]].every(([one, other]) => one!.line === other!.line && one!.character === other!.character);
    }
}

export class Location {
    constructor(readonly uri: Uri, readonly range: Range) {}
}

export class TextEdit {
    constructor(readonly range: unknown, readonly newText: string) {}
}

/** Records edits. */
export class WorkspaceEdit {
    readonly changes: { readonly uri: string; readonly newText: string }[] = [];

    set(uri: Uri, edits: readonly TextEdit[]): void {
        this.changes.push(...edits.map(({ newText }) => ({ uri: uri.toString(), newText })));
    }
}

/** An object with the known properties, and a value created once by `fallback` for any other property. */
export function withFallback<T extends object>(known: T, fallback: () => unknown): T {
    return new Proxy(known, {
        get: (target, key) => {
            if (!Reflect.has(target, key)) {
                Reflect.set(target, key, fallback());
            }
            return Reflect.get(target, key) as unknown;
        }
    });
}
