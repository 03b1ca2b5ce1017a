import { basename } from 'node:path/posix';
import { env, l10n, RelativePattern, type Uri, window, workspace } from 'vscode';
import { repositoryOf } from './git.js';
import { revisionsOf } from './revisions.js';
import { type ComparedPlan, heading, readAll, type Version } from './version.js';

/** So many files of a folder are read: the server takes no more of a workspace either. */
const mostFiles = 5_000;

/** Everything that a plan can be compared with. */
export async function versionsOf(plan: ComparedPlan): Promise<readonly Version[]> {
    const repository = await repositoryOf(plan.document);
    const revisions = repository ? await revisionsOf(repository, plan) : [];
    return [...savedVersion(plan), ...revisions, heading(l10n.t('Elsewhere')), anotherFile(plan), anotherFolder(), clipboard(plan)];
}

/** The files as they are on the disk, where an editor has one of them otherwise. */
function savedVersion({ files }: ComparedPlan): readonly Version[] {
    const changed = new Set(workspace.textDocuments.filter(({ isDirty, isUntitled }) => isDirty && !isUntitled).map(({ uri }) => uri.toString()));
    const saved: Version = {
        label: `$(save) ${l10n.t('Saved file')}`, description: l10n.t('What has changed since it was saved'),
        read: async () => ({ name: l10n.t('saved file'), files: await readAll(files, fromDisk) })
    };
    return files.some(file => changed.has(file.toString())) ? [saved] : [];
}

function anotherFile({ document }: ComparedPlan): Version {
    return {
        label: `$(file) ${l10n.t('Another file…')}`,
        read: async () => {
            const defaultUri = document.scheme === 'untitled' ? undefined : document;
            const chosen = await window.showOpenDialog({ filters: { [l10n.t('Plans')]: ['sup'] }, openLabel: l10n.t('Compare'), defaultUri });
            return chosen?.[0] && { name: basename(chosen[0].path), files: await readAll(chosen, fromDisk) };
        }
    };
}

/** On some systems a dialog shows files or folders, but not both. */
function anotherFolder(): Version {
    return {
        label: `$(folder) ${l10n.t('Another folder…')}`,
        read: async () => {
            const chosen = await window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel: l10n.t('Compare') });
            const folder = chosen?.[0];
            return folder && { name: basename(folder.path), files: await readAll(await workspace.findFiles(new RelativePattern(folder, '**/*.sup'), undefined, mostFiles), fromDisk) };
        }
    };
}

function clipboard({ document }: ComparedPlan): Version {
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
