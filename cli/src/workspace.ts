import { type LangiumDocument, URI, UriUtils } from 'langium';
import { ConfigFiles, createNodeFileSystem, fileErrorMessage } from '@sup/files';
import { createSupServices, type SupServices } from '@sup/language';
import { fileLimits, number } from '@sup/model';
import type { PathSelection } from './selection.js';

/** The selected plans, together with the plans that they can refer to. */
export interface Workspace {
    readonly services: SupServices;
    readonly configFiles: ConfigFiles;
    /** The documents that the arguments select, in the order of their paths. */
    readonly selected: readonly LangiumDocument[];
    /** Symbolic links in the selected folders that may lead to plans, and were skipped. In the order of their paths. */
    readonly links: readonly URI[];
}

export interface WorkspaceHost {
    /** Called for files that could not be read, and for internal errors. */
    reportFailure(message: string): void;
    showProgress(text: string): void;
    /** The path of a file in messages. */
    pathOf(uri: URI): string;
}

/** Loads the selected files, and if requested the other files of their roots, as the language server loads a workspace. */
export async function openWorkspace(selection: PathSelection, { reportFailure, showProgress, pathOf }: WorkspaceHost): Promise<Workspace> {
    const roots = (): readonly string[] => selection.roots;
    const configFiles = new ConfigFiles({ roots, report: reportFailure });
    const links: URI[] = [];
    const services = createSupServices({
        ...createNodeFileSystem({ roots, onSymbolicLink: uri => links.push(uri) }),
        report: message => reportFailure(message.split('\n', 1)[0]!),
        settingsFor: uri => configFiles.settingsFor(uri),
        planFolders: configFiles,
        today
    }).Sup;
    const { WorkspaceManager, LangiumDocuments, DocumentBuilder } = services.shared.workspace;
    const workspaceFolders = selection.roots.map(root => ({ uri: URI.file(root).toString(), name: root }));
    WorkspaceManager.initialize({ processId: null, rootUri: null, capabilities: {}, workspaceFolders });

    const search = async (folders: readonly string[]): Promise<URI[]> => (await Promise.all(folders.map(folder => WorkspaceManager.searchFolder(URI.file(folder))))).flat();
    const selected = byUri([...selection.files.map(file => URI.file(file)), ...await search(selection.folders)]);
    // Decided by the name only: finding out the target would mean following the link.
    const mayContainPlans = (uri: URI): boolean => UriUtils.extname(uri) === '.sup'
        || (UriUtils.extname(uri) === '' && WorkspaceManager.shouldIncludeEntry({ uri, isFile: false, isDirectory: true }));
    const skipped = [...byUri(links.filter(mayContainPlans)).values()].sort(byPath);
    const all = byUri([...selected.values(), ...selection.includesSurroundings ? await search(selection.roots) : []]);
    if (all.size > fileLimits.files) {
        reportFailure(`only ${number(fileLimits.files)} of ${number(all.size)} .sup files were read; more are not supported`);
    }
    const documents: LangiumDocument[] = [];
    for (const uri of [...all.values()].slice(0, fileLimits.files).sort(byPath)) {
        showProgress(`Reading plans: ${number(documents.length)} of ${number(all.size)}`);
        try {
            documents.push(await LangiumDocuments.getOrCreateDocument(uri));
        } catch (error) {
            reportFailure(`${pathOf(uri)}: ${fileErrorMessage(error)}`);
        }
    }
    await DocumentBuilder.build(documents, { validation: false });
    return { services, configFiles, selected: documents.filter(document => selected.has(document.uri.toString())), links: skipped };
}

function byUri(uris: readonly URI[]): ReadonlyMap<string, URI> {
    return new Map(uris.map(uri => [uri.toString(), uri]));
}

/** Compares by code units, which is the same in every locale. */
function byPath(a: URI, b: URI): number {
    return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** The current local day, which `allow … until` is compared with. */
function today(): string {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}
