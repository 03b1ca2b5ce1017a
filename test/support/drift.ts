import type { Diagnostic } from 'vscode-languageserver-types';
import { type CheckResult, type Difference, documentOf, hierarchyOfText, type ShownFinding, toDiagnostics } from '@sup/language';
import { compareWithReality, type Drift, type ImportSource } from '@sup/import';
import type { LangiumDocument } from 'langium';
import type { SupFile } from '../../language/src/syntax/generated/ast.js';
import { type TestWorkspace, workspaceWith } from './workspace.js';

export interface FoundDrift extends Drift {
    readonly findings: readonly ShownFinding[];
    readonly diagnostics: readonly Diagnostic[];
    readonly risks: CheckResult['risks'];
    readonly workspace: TestWorkspace;
}

/** The drift of a plan in one file, with its accepted risks. */
export async function driftOf(text: string, sources: readonly ImportSource[], workspace?: TestWorkspace): Promise<FoundDrift> {
    const checked = workspace ?? await workspaceWith(text);
    await checked.write({ 'plan.sup': text });
    const { services } = checked;
    const document = checked.document('plan.sup') as LangiumDocument<SupFile>;
    const drift = compareWithReality(services.analysis.hierarchies.of(document), sources, each => hierarchyOfText(each, services));
    const inDocument = drift.differences.filter(({ at }: Difference) => documentOf(at) === document);
    const { findings, risks } = services.linter.rules.checkDifferences(document, inDocument);
    return { ...drift, findings, risks, diagnostics: toDiagnostics(findings, document, page => page), workspace: checked };
}
