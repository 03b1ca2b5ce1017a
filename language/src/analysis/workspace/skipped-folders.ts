/** Folders that hold dependencies or copies of files. Folders that begin with a dot are skipped too. */
const skipped = new Set(['node_modules', '.git', 'dist', 'out']);

export function isSkippedFolder(name: string): boolean {
    return skipped.has(name) || name.startsWith('.');
}

/**
 * Whether an address is inside a skipped folder, seen from every workspace folder that contains it. The address of a folder ends with a
 * slash. An address outside all workspace folders is not skipped.
 */
export function isInSkippedFolder(uri: string, workspaceFolders: readonly string[]): boolean {
    const around = workspaceFolders.map(folder => folder.replace(/\/?$/, '/')).filter(folder => uri.startsWith(folder));
    return around.length > 0 && around.every(folder => uri.slice(folder.length).split('/').slice(0, -1).some(isSkippedFolder));
}
