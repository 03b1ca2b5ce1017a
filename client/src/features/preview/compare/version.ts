import { type QuickPickItem, QuickPickItemKind, type Uri } from 'vscode';
import type { PlanFile } from '@sup/protocol/server';

/** The plan whose other versions are looked for. */
export interface ComparedPlan {
    readonly document: Uri;
    /** All files of its hierarchy. */
    readonly files: readonly Uri[];
}

/** A version of a plan to compare with, for the list that it is chosen from. */
export interface Version extends QuickPickItem {
    /** Undefined where somebody thinks better of it. A heading is no version. */
    readonly read?: () => Promise<Earlier | undefined>;
}

export interface Earlier {
    /** What it is called beside the picture. */
    readonly name: string;
    readonly files: readonly PlanFile[];
}

export function heading(label: string): Version {
    return { label, kind: QuickPickItemKind.Separator };
}

/** So many files are read at a time: Git starts a process for each. */
const together = 16;

/** The files that can be read; one that was not there is in no version. */
export async function readAll(files: readonly Uri[], textOf: (file: Uri) => Promise<string>): Promise<readonly PlanFile[]> {
    const found: PlanFile[] = [];
    for (let i = 0; i < files.length; i += together) {
        const read = await Promise.allSettled(files.slice(i, i + together).map(async file => ({ uri: file.toString(), text: await textOf(file) })));
        found.push(...read.flatMap(each => each.status === 'fulfilled' ? [each.value] : []));
    }
    return found;
}
