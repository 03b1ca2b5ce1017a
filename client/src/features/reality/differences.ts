import { CodeAction, CodeActionKind, type CodeActionProvider, Diagnostic, languages, type Range, type TextDocument, TextEdit, Uri, WorkspaceEdit } from 'vscode';
import type { RealityComparison, RealityDifference } from '@sup/protocol/server';
import { rangeOf } from '../locations.js';

/** The differences between a plan and the real hierarchy, as problems with quick fixes. */
export class Differences implements CodeActionProvider {
    private readonly collection = languages.createDiagnosticCollection('sup-reality');
    private readonly fixes = new Map<Diagnostic, RealityDifference['fixes']>();

    show({ differences }: Pick<RealityComparison, 'differences'>): void {
        this.clear();
        const byFile = Map.groupBy(differences, ({ uri }) => uri);
        this.collection.set([...byFile].map(([uri, ofFile]) => [Uri.parse(uri), ofFile.map(each => this.problem(each))]));
    }

    clear(): void {
        this.fixes.clear();
        this.collection.clear();
    }

    dispose(): void {
        this.collection.dispose();
    }

    /** The fixes of the differences in a range. The problems are those of the collection, since the editor passes copies. */
    provideCodeActions({ uri }: TextDocument, range: Range): CodeAction[] {
        return (this.collection.get(uri) ?? []).filter(problem => problem.range.intersection(range)).flatMap(problem => (this.fixes.get(problem) ?? []).map(fix => action(fix, problem)));
    }

    private problem({ diagnostic: { range, message, severity = 2, source, code, codeDescription }, fixes }: RealityDifference): Diagnostic {
        const problem = new Diagnostic(rangeOf(range), typeof message === 'string' ? message : message.value, severity - 1);
        problem.source = source;
        problem.code = codeDescription ? { value: String(code), target: Uri.parse(codeDescription.href) } : code;
        this.fixes.set(problem, fixes);
        return problem;
    }
}

function action({ title, changes }: RealityDifference['fixes'][number], problem: Diagnostic): CodeAction {
    const fix = new CodeAction(title, CodeActionKind.QuickFix);
    fix.diagnostics = [problem];
    fix.edit = new WorkspaceEdit();
    changes.forEach(({ uri, edits }) => fix.edit!.set(Uri.parse(uri), edits.map(({ range, newText }) => new TextEdit(rangeOf(range), newText))));
    return fix;
}
