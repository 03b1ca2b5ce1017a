import { locationOf } from '@sup/language';
import type { CoveredPart, FileCoverageInfo } from '@sup/protocol/server';
import { type Coverage, CoverageMeter, mapProgress } from '@sup/simulation';
import type { Work } from './in-chunks.js';
import { run } from './run-scenario.js';
import type { FoundScenario } from './workspace-scenarios.js';

/** Runs scenarios and reports which parts of their hierarchies at least one of them used, or made fail. */
export function* coverage(scenarios: readonly FoundScenario[]): Work<FileCoverageInfo[]> {
    const meters = new Map(scenarios.map(({ hierarchy }) => [hierarchy, new CoverageMeter(hierarchy)]));
    for (const [i, found] of scenarios.entries()) {
        yield* mapProgress(run(found, [meters.get(found.hierarchy)!]), share => (i + share) / scenarios.length);
    }
    return byFile([...meters.values()].flatMap(meter => meter.result()));
}

function byFile(covered: readonly Readonly<Coverage>[]): FileCoverageInfo[] {
    const files = new Map<string, CoveredPart[]>();
    for (const { element, part, name, used, failed } of covered) {
        const { uri, range } = locationOf(element, part === 'link' ? 'link' : undefined);
        const parts = files.get(uri) ?? [];
        files.set(uri, parts);
        parts.push({ name: part === 'link' ? `link of ${name}` : name, range, used, failed });
    }
    const byPosition = (a: CoveredPart, b: CoveredPart): number => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
    return [...files].map(([uri, parts]) => ({ uri, parts: parts.sort(byPosition) }));
}
