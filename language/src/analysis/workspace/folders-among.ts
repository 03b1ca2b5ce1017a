import { type FileSystemNode, type FileSystemProvider, type URI, UriUtils } from 'langium';

/** Which of some addresses are those of folders. Folders around them are read, since there may be thousands of files in a few. */
export async function foldersAmong(uris: readonly URI[], files: FileSystemProvider): Promise<ReadonlySet<string>> {
    const parents = new Map(uris.map(uri => UriUtils.dirname(uri)).map(parent => [parent.toString(), parent]));
    const asked = new Set(uris.map(uri => uri.toString()));
    const folders = new Set<string>();
    for (const parent of parents.values()) {
        const entries = await files.readDirectory(parent).catch((): FileSystemNode[] => []);
        entries.filter(({ isDirectory, uri }) => isDirectory && asked.has(uri.toString())).forEach(({ uri }) => folders.add(uri.toString()));
    }
    return folders;
}
