import { basename, dirname } from 'node:path/posix';
import { Uri, workspace } from 'vscode';
import { fileExists } from '../../file-exists.js';

/** Characters that file names cannot contain on some system. */
const forbidden = /[\\/:*?"<>|\u0000-\u001f]+/g;
const maxLength = 80;

/** The file that an export proposes: named after the hierarchy, next to the plan, or in the workspace folder if the plan is untitled. */
export function proposedTarget(document: Uri, title: string | undefined, extension: string): Uri | undefined {
    const name = (title ?? basename(document.path).replace(/\.sup$/, '')).replace(forbidden, '-').slice(0, maxLength).replace(/^[. ]+|[. ]+$/g, '') || 'plan';
    const folder = document.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : document.with({ path: dirname(document.path) });
    return folder && Uri.joinPath(folder, `${name}.${extension}`);
}

/** The file for the picture of a Markdown report: next to it, under a name that no file has yet, because the user has not named it. */
export async function pictureTarget(report: Uri): Promise<Uri> {
    const stem = report.path.replace(/(\.[^./]*)?$/, '');
    for (let i = 1; ; i++) {
        const target = report.with({ path: `${stem}-picture${i === 1 ? '' : `-${i}`}.svg` });
        if (!await fileExists(target)) {
            return target;
        }
    }
}
