import { type QuickPickItem, QuickPickItemKind, type Uri } from 'vscode';
import type { PlanFile } from '@sup/protocol/server';

/** The plan to compare with another version. */
export interface CurrentPlan {
    readonly document: Uri;
    /** All files of its hierarchy. */
    readonly files: readonly Uri[];
}

/** A version of a plan, as an item of the version list. */
export interface VersionItem extends QuickPickItem {
    /** Resolves to undefined if the user cancels. Headings have no `read`. */
    readonly read?: () => Promise<PlanVersion | undefined>;
    /** Whether it is the real hierarchy, which is not read as a plan. */
    readonly isReality?: boolean;
}

export interface PlanVersion {
    /** The name of the version in the comparison. */
    readonly name: string;
    readonly files: readonly PlanFile[];
}

export function heading(label: string): VersionItem {
    return { label, kind: QuickPickItemKind.Separator };
}

/** Limits the files read concurrently, because Git starts a process for each. */
const batchSize = 16;

/** Reads the files that exist; a file that is missing in a version cannot be read. */
export async function readAll(files: readonly Uri[], textOf: (file: Uri) => Promise<string>): Promise<readonly PlanFile[]> {
    const found: PlanFile[] = [];
    for (let i = 0; i < files.length; i += batchSize) {
        const read = await Promise.allSettled(files.slice(i, i + batchSize).map(async file => ({ uri: file.toString(), text: await textOf(file) })));
        found.push(...read.flatMap(each => each.status === 'fulfilled' ? [each.value] : []));
    }
    return found;
}
