import { compare, type Change, type ComparedVersion, type Comparison } from '@sup/comparison';
import { problemsOf } from '@sup/language';
import { runToEnd } from '@sup/simulation';
import { type Files, workspaceWith } from './workspace.js';

/** Reads a version of a plan as the server and the command line do. */
export async function versionOf(files: Files | string): Promise<ComparedVersion> {
    const workspace = await workspaceWith(files);
    const { analysis: { hierarchies }, linter: { rules } } = workspace.services;
    const documents = workspace.documents();
    return {
        hierarchy: hierarchies.of(documents[0]!), scenarios: hierarchies.allScenarios(documents[0]!), options: {},
        problems: documents.flatMap(document => problemsOf(rules.check(document).findings, document))
    };
}

/** Runs a comparison to its end. */
export function compared(before: ComparedVersion, after: ComparedVersion): Comparison {
    return runToEnd(compare(before, after));
}

export async function comparisonOf(before: Files | string, after: Files | string): Promise<Comparison> {
    return compared(await versionOf(before), await versionOf(after));
}

/** The changes of a plan, without their consequences. */
export const made = ({ changes }: Pick<Comparison, 'changes'>): readonly Change[] => changes.filter(({ kind }) => kind !== 'consequence');

/** The sentences of the consequences. */
export const followed = ({ changes }: Pick<Comparison, 'changes'>): readonly string[] => changes.filter(({ kind }) => kind === 'consequence').map(({ sentence }) => sentence);
