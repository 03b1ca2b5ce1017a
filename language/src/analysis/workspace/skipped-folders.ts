/** Folders that hold other people's files, or copies of one's own. */
const skipped = new Set(['node_modules', '.git', 'dist', 'out']);

export function isSkippedFolder(name: string): boolean {
    return skipped.has(name) || name.startsWith('.');
}

/**
 * Whether an address lies in a folder that is skipped, from whichever workspace folder one comes to it. That of a folder ends with a
 * slash. What lies in no workspace folder is skipped by nobody.
 */
export function isInSkippedFolder(uri: string, workspaceFolders: readonly string[]): boolean {
    const around = workspaceFolders.map(folder => folder.replace(/\/?$/, '/')).filter(folder => uri.startsWith(folder));
    return around.length > 0 && around.every(folder => uri.slice(folder.length).split('/').slice(0, -1).some(isSkippedFolder));
}
