import { DeclarationCoverage, FileCoverage, type FileCoverageDetail, l10n, StatementCoverage, type TestRunProfile, Uri } from 'vscode';
import { type CoveredPart, CoverageRequest, type FileCoverageInfo } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { rangeOf } from '../locations.js';
import { targetOf } from './scenario-items.js';
import type { AfterRun } from './scenario-runner.js';

/** Reports the sites, servers and links that scenarios use or let fail as coverage of the files that declare them. */
export class ScenarioCoverage {
    private readonly details = new WeakMap<FileCoverage, FileCoverageDetail[]>();

    constructor(private readonly server: LanguageServer) {}

    /** Adds the coverage of the scenarios to their run. */
    readonly measure: AfterRun = async (run, selection, token) => {
        const scenarios = selection.map(({ scenario }) => targetOf(scenario));
        for (const file of await this.server.request(CoverageRequest, { scenarios }, { token })) {
            run.addCoverage(this.coverageOf(file));
        }
    };

    readonly loadDetails: NonNullable<TestRunProfile['loadDetailedCoverage']> = (_run, file) => Promise.resolve(this.details.get(file) ?? []);

    private coverageOf({ uri, parts }: FileCoverageInfo): FileCoverage {
        const details = parts.flatMap(detailsOf);
        const coverage = FileCoverage.fromDetails(Uri.parse(uri), details);
        this.details.set(coverage, details);
        return coverage;
    }
}

/** A declaration for the list in the Test Coverage view, and a statement for the gutter. */
function detailsOf(part: CoveredPart): FileCoverageDetail[] {
    const isCovered = part.used || part.failed;
    const range = rangeOf(part.range);
    return [new DeclarationCoverage(nameOf(part), isCovered, range), new StatementCoverage(isCovered, range)];
}

function nameOf({ name, used, failed }: CoveredPart): string {
    if (used) {
        return failed ? l10n.t('{0}: used, and failed', name) : l10n.t('{0}: used, never failed', name);
    }
    return failed ? l10n.t('{0}: failed, never used', name) : l10n.t('{0}: neither used nor failed', name);
}
