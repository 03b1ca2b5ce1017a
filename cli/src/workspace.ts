import { type LangiumDocument, URI, UriUtils } from 'langium';
import { ConfigFiles, createNodeFileSystem, reasonOf } from '@sup/files';
import { createSupServices, type SupServices } from '@sup/language';
import { fileLimits } from '@sup/model';
import type { Selection } from './selection.js';

/** The plans to check, within everything that they can refer to. */
export interface Workspace {
    readonly services: SupServices;
    readonly configFiles: ConfigFiles;
    /** The documents that the arguments name, in the order of their paths. */
    readonly selected: readonly LangiumDocument[];
    /** Symbolic links in the folders that the arguments name, which may lead to plans and are not followed. In the order of their paths. */
    readonly links: readonly URI[];
}

export interface Watcher {
    /** Told of what could not be read, or went wrong inside. */
    complain(message: string): void;
    say(progress: string): void;
    /** A file as messages name it. */
    pathOf(uri: URI): string;
}

/** Loads the selected files, and those around them where these are wanted, as the language server loads a workspace. */
export async function openWorkspace(selection: Selection, { complain, say, pathOf }: Watcher): Promise<Workspace> {
    const roots = (): readonly string[] => selection.roots;
    const configFiles = new ConfigFiles({ roots, report: complain });
    const links: URI[] = [];
    const services = createSupServices({
        ...createNodeFileSystem({ roots, linkFound: uri => links.push(uri) }),
        report: message => complain(message.split('\n', 1)[0]!),
        settingsFor: uri => configFiles.settingsFor(uri),
        today
    }).Sup;
    const { WorkspaceManager, LangiumDocuments, DocumentBuilder } = services.shared.workspace;
    const workspaceFolders = selection.roots.map(root => ({ uri: URI.file(root).toString(), name: root }));
    WorkspaceManager.initialize({ processId: null, rootUri: null, capabilities: {}, workspaceFolders });

    const search = async (folders: readonly string[]): Promise<URI[]> => (await Promise.all(folders.map(folder => WorkspaceManager.searchFolder(URI.file(folder))))).flat();
    const named = byAddress([...selection.files.map(file => URI.file(file)), ...await search(selection.folders)]);
    // By its name alone: to look where a link leads would be to follow it.
    const mayHoldPlans = (uri: URI): boolean => UriUtils.extname(uri) === '.sup'
        || (UriUtils.extname(uri) === '' && WorkspaceManager.shouldIncludeEntry({ uri, isFile: false, isDirectory: true }));
    const skipped = [...byAddress(links.filter(mayHoldPlans)).values()].sort(byPath);
    const all = byAddress([...named.values(), ...selection.readsAround ? await search(selection.roots) : []]);
    if (all.size > fileLimits.files) {
        complain(`there are ${all.size} .sup files; ${fileLimits.files} of them are read`);
    }
    const documents: LangiumDocument[] = [];
    for (const uri of [...all.values()].slice(0, fileLimits.files).sort(byPath)) {
        say(`Reading plans: ${documents.length} of ${all.size}`);
        try {
            documents.push(await LangiumDocuments.getOrCreateDocument(uri));
        } catch (error) {
            complain(`${pathOf(uri)}: ${reasonOf(error)}`);
        }
    }
    await DocumentBuilder.build(documents, { validation: false });
    return { services, configFiles, selected: documents.filter(document => named.has(document.uri.toString())), links: skipped };
}

function byAddress(uris: readonly URI[]): ReadonlyMap<string, URI> {
    return new Map(uris.map(uri => [uri.toString(), uri]));
}

/** By code units: the same order in every locale. */
function byPath(a: URI, b: URI): number {
    return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** The day where the command runs, as `allow … until` means it. */
function today(): string {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}
