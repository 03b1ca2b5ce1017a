import { compare, comparedDuration, type ComparedVersion, type Comparison, comparisonLines, comparisonMarkdown } from '@sup/comparison';
import { problemsOf } from '@sup/language';
import type { Hierarchy } from '@sup/model';
import { plainScenario, Simulation, type SimulationResult } from '@sup/simulation';
import { CannotRun } from '../cannot-run.js';
import { hierarchiesIn, type PlannedHierarchy } from '../hierarchies.js';
import { type Plans, withPlans } from '../plans.js';
import type { Progress } from '../progress.js';
import { runOptionsFor, type SimulationOptions } from '../run-options.js';
import { stringify } from '../stringify.js';
import type { Terminal } from '../terminal.js';
import { visible } from '../visible.js';
import { writeWholeFile } from '../whole-file.js';

export const formats = ['pretty', 'markdown', 'json'] as const;

export interface DiffOptions extends SimulationOptions {
    readonly format: typeof formats[number];
    /** The file to write; without it, stdout. */
    readonly output?: string;
}

/** What one hierarchy means differently. */
interface ComparedHierarchy {
    readonly hierarchy: string;
    readonly comparison: Comparison;
}

/** Compares the plans of two files or folders by what they mean, and gives the exit code. */
export function diff([before, after, ...others]: readonly string[], options: DiffOptions, terminal: Terminal): Promise<number> {
    if (before === undefined || after === undefined || others.length > 0) {
        throw new CannotRun('name two files or folders: what to compare with, and what to compare');
    }
    return withPlans([before], terminal, (former, reading) => {
        const then = versionsIn(former, options, reading);
        reading.end();
        return withPlans([after], terminal, (plans, progress) => {
            const compared = compareAll(then, versionsIn(plans, options, progress));
            progress.end();
            write(textOf(compared, options.format), options, terminal);
            return compared.some(({ comparison: { changes, findings } }) => changes.length + findings.introduced.length + findings.solved.length > 0) ? 1 : 0;
        });
    });
}

type Versions = ReadonlyMap<string, ComparedVersion>;

/** The hierarchies of one side by name; one without a name goes by the file that it is, or is the only one there is. */
function versionsIn(plans: Plans, options: SimulationOptions, progress: Progress): Versions {
    const planned = hierarchiesIn(plans);
    return new Map(planned.map(each => [each.hierarchy.name ?? (planned.length === 1 ? '' : each.label), versionOf(each, plans, options, progress)]));
}

function versionOf({ hierarchy, document, documents, label }: PlannedHierarchy, plans: Plans, options: SimulationOptions, progress: Progress): ComparedVersion {
    const { shelf: { rules, hierarchies } } = plans.services;
    const problems = documents.flatMap(each => problemsOf(rules.check(each).findings, each, hierarchies));
    const result = hierarchy.sites.length === 0 ? undefined : run(hierarchy, document, plans, options, share => progress.say(`Simulating ${label}: ${Math.floor(share * 100)} %`));
    return { hierarchy, scenarios: hierarchies.allScenarios(document), problems, result };
}

function run(hierarchy: Hierarchy, document: PlannedHierarchy['document'], plans: Plans, options: SimulationOptions, say: (share: number) => void): SimulationResult {
    const simulation = new Simulation(hierarchy, plainScenario(comparedDuration), runOptionsFor(document, plans, options));
    while (!simulation.advance(2_000)) {
        say(simulation.progress);
    }
    return simulation.result();
}

/** Hierarchies are matched by name; two that are the only ones of their sides are one that got another name. */
function compareAll(before: Versions, after: Versions): readonly ComparedHierarchy[] {
    if (before.size === 1 && after.size === 1) {
        const [[name, is] = ['', undefined]] = after;
        const [was] = before.values();
        return [{ hierarchy: name, comparison: compare(was!, is!) }];
    }
    return [...new Set([...before.keys(), ...after.keys()])].map(name => {
        const [was, is] = [before.get(name), after.get(name)];
        return { hierarchy: name, comparison: compare(was ?? nothingLike(is!), is ?? nothingLike(was!)) };
    });
}

/** A hierarchy of the same name with nothing in it. */
function nothingLike({ hierarchy: { name } }: ComparedVersion): ComparedVersion {
    return { hierarchy: { name, sites: [], sitesByCode: new Map(), childrenByCode: new Map(), serversByName: new Map() }, scenarios: [], problems: [], result: undefined };
}

function textOf(compared: readonly ComparedHierarchy[], format: DiffOptions['format']): string {
    switch (format) {
        case 'json': return stringify({ hierarchies: compared });
        case 'markdown': return compared.map(({ hierarchy, comparison }) => comparisonMarkdown(hierarchy === '' ? 'Plan' : hierarchy, comparison)).join('\n');
        case 'pretty': return compared.map(({ hierarchy, comparison }) => [...hierarchy === '' ? [] : [hierarchy], ...comparisonLines(comparison)].map(visible).join('\n')).join('\n\n') + '\n';
    }
}

function write(text: string, { output }: DiffOptions, { stdout }: Terminal): void {
    if (output === undefined) {
        stdout.write(text);
    } else {
        writeWholeFile(output, text);
    }
}
