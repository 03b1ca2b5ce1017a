import { type FileSystemNode, type FileSystemProvider, type URI, UriUtils } from 'langium';

/** Returns the addresses that are folders. Reads the parent folders, since thousands of files may be in a few. */
export async function foldersAmong(uris: readonly URI[], files: FileSystemProvider): Promise<ReadonlySet<string>> {
    const parents = new Map(uris.map(uri => UriUtils.dirname(uri)).map(parent => [parent.toString(), parent]));
    const wanted = new Set(uris.map(uri => uri.toString()));
    const folders = new Set<string>();
    for (const parent of parents.values()) {
        const entries = await files.readDirectory(parent).catch((): FileSystemNode[] => []);
        entries.filter(({ isDirectory, uri }) => isDirectory && wanted.has(uri.toString())).forEach(({ uri }) => folders.add(uri.toString()));
    }
    return folders;
}
