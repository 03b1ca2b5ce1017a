import { basename } from 'node:path/posix';
import { env, l10n, RelativePattern, type Uri, window, workspace } from 'vscode';
import { repositoryOf } from './git.js';
import { revisionsOf } from './revisions.js';
import { type CurrentPlan, heading, readAll, type VersionItem } from './version.js';

/** Limits the files read from a folder to the number that the server accepts in a workspace. */
const maxFiles = 5_000;

/** All versions that a plan can be compared with. */
export async function versionsOf(plan: CurrentPlan): Promise<readonly VersionItem[]> {
    const repository = await repositoryOf(plan.document);
    const revisions = repository ? await revisionsOf(repository, plan) : [];
    return [...savedVersion(plan), ...revisions, heading(l10n.t('Other sources')), anotherFile(plan), anotherFolder(), clipboard(plan), realHierarchy()];
}

/** The files on disk, offered only if one of them has unsaved changes. */
function savedVersion({ files }: CurrentPlan): readonly VersionItem[] {
    const changed = new Set(workspace.textDocuments.filter(({ isDirty, isUntitled }) => isDirty && !isUntitled).map(({ uri }) => uri.toString()));
    const saved: VersionItem = {
        label: `$(save) ${l10n.t('Saved file')}`, description: l10n.t('Changes since the last save'),
        read: async () => ({ name: l10n.t('saved file'), files: await readAll(files, fromDisk) })
    };
    return files.some(file => changed.has(file.toString())) ? [saved] : [];
}

function anotherFile({ document }: CurrentPlan): VersionItem {
    return {
        label: `$(file) ${l10n.t('Another file…')}`,
        read: async () => {
            const defaultUri = document.scheme === 'untitled' ? undefined : document;
            const chosen = await window.showOpenDialog({ filters: { [l10n.t('Plans')]: ['sup'] }, openLabel: l10n.t('Compare'), defaultUri });
            return chosen?.[0] && { name: basename(chosen[0].path), files: await readAll(chosen, fromDisk) };
        }
    };
}

/** Separate from {@link anotherFile}, because on some systems a dialog cannot offer both files and folders. */
function anotherFolder(): VersionItem {
    return {
        label: `$(folder) ${l10n.t('Another folder…')}`,
        read: async () => {
            const chosen = await window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel: l10n.t('Compare') });
            const folder = chosen?.[0];
            return folder && { name: basename(folder.path), files: await readAll(await workspace.findFiles(new RelativePattern(folder, '**/*.sup'), undefined, maxFiles), fromDisk) };
        }
    };
}

function realHierarchy(): VersionItem {
    return { label: `$(server) ${l10n.t('Reality…')}`, description: l10n.t('An export of the real hierarchy'), isReality: true };
}

function clipboard({ document }: CurrentPlan): VersionItem {
    return {
        label: `$(clippy) ${l10n.t('Clipboard')}`,
        read: async () => {
            const text = await env.clipboard.readText();
            return { name: l10n.t('clipboard'), files: text.trim() === '' ? [] : [{ uri: document.toString(), text }] };
        }
    };
}

async function fromDisk(file: Uri): Promise<string> {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
}
