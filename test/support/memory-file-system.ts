import { type FileSystemNode, type FileSystemProvider, URI } from 'langium';

/** A file system in memory, keyed by URI. It has files only; a folder is a common prefix of their URIs. */
export class MemoryFileSystem implements FileSystemProvider {
    readonly files = new Map<string, string>();

    stat(uri: URI): Promise<FileSystemNode> {
        return Promise.resolve(this.statSync(uri));
    }

    statSync(uri: URI): FileSystemNode {
        if (!this.existsSync(uri)) {
            throw new Error(`no file ${uri.toString()}`);
        }
        return { uri, isFile: true, isDirectory: false };
    }

    exists(uri: URI): Promise<boolean> {
        return Promise.resolve(this.existsSync(uri));
    }

    existsSync(uri: URI): boolean {
        return this.files.has(uri.toString());
    }

    readBinary(uri: URI): Promise<Uint8Array> {
        return this.readFile(uri).then(text => new TextEncoder().encode(text));
    }

    readBinarySync(uri: URI): Uint8Array {
        return new TextEncoder().encode(this.readFileSync(uri));
    }

    readFile(uri: URI): Promise<string> {
        return Promise.resolve(this.readFileSync(uri));
    }

    readFileSync(uri: URI): string {
        return this.files.get(uri.toString()) ?? '';
    }

    readDirectory(): Promise<FileSystemNode[]> {
        return Promise.resolve(this.readDirectorySync());
    }

    readDirectorySync(): FileSystemNode[] {
        return [...this.files.keys()].map(uri => ({ uri: URI.parse(uri), isFile: true, isDirectory: false }));
    }
}
