import { compareChangedSites } from '@sup/comparison';
import { activeUpdatePointOf, counted, type Hierarchy, hostNamed, type Server } from '@sup/model';
import { mapProgress, type RunOptions } from '@sup/simulation';
import type { Constraint } from '../constraint.js';
import { moveKinds, type MoveKindFacts, type Pace } from '../moves/move-kinds.js';
import type { Reason } from '../order/reasons.js';
import type { Stage } from '../order/search.js';
import type { State } from '../order/state.js';
import { type Move, sitesOf } from '../moves/move.js';
import type { Interruption, RolloutProgress, Step, TransientWarning } from '../rollout.js';
import { clientsUsing, totalClients } from './clients.js';
import { failedScans } from './failed-scans.js';
import { fullScansAfter } from './full-scans.js';

/** Interruptions that are simulated at most, and the number of sites up to which they are: each takes two simulations of the whole hierarchy. */
const maxSimulated = 40;
const maxSimulatedSites = 300;

/** Describes stages as steps. `known` are the keys of the findings that either end has. */
export function* makeSteps(start: State, stages: readonly Stage[], reasons: readonly (readonly Reason[])[], known: ReadonlySet<string>, run: RunOptions): Generator<RolloutProgress, readonly Step[]> {
    const steps: Step[] = [];
    let simulated = 0;
    for (const [i, stage] of stages.entries()) {
        const before = stages[i - 1]?.state ?? start;
        const interruption = yield* mapProgress(interruptionOf(stage, before.hierarchy, simulated < maxSimulated ? run : undefined), (share): RolloutProgress => ({ doing: 'simulating', share: (i + share) / stages.length }));
        // Without a simulation, the comparison of two large hierarchies is the work of a step.
        yield { doing: 'simulating', share: i / stages.length };
        simulated += interruption?.failedScans === undefined ? 0 : 1;
        steps.push({
            ...stepOf(stage, before, i), interruption, fullScans: fullScansAfter(before.hierarchy, stage.state.hierarchy, run.assumptions), pace: paceOf(stages, i),
            warnings: warningsAfter(stages, i, before, known), after: reasons[i]!.map(({ stage: first, ...reason }) => ({ step: first + 1, ...reason }))
        });
    }
    return steps;
}

function stepOf({ moves, state, forcedBy }: Stage, before: State, index: number): Omit<Step, 'interruption' | 'after' | 'fullScans' | 'pace' | 'warnings'> {
    const kind = moves[0]!.kind;
    const { title, undo }: MoveKindFacts = moveKinds[kind];
    const [sites, hosts] = [[...new Set(moves.flatMap(sitesOf))], [...new Set(moves.flatMap(each => each.hosts))]];
    return {
        number: index + 1, kind, title: titleOf(title, sites, hosts), sites, hosts, hierarchy: state.hierarchy, findings: state.found,
        changes: compareChangedSites(before.hierarchy, state.hierarchy),
        preparation: preparationOf(moveKinds[kind], moves, state.hierarchy), until: untilOf(moveKinds[kind], sites, state.hierarchy), undo, forcedBy: forcedBy ?? []
    };
}

function untilOf({ until, untilWithoutPoint }: MoveKindFacts, codes: readonly string[], hierarchy: Hierarchy): Constraint | undefined {
    const sites = hierarchy.sites.filter(({ code }) => code !== undefined && codes.includes(code));
    return untilWithoutPoint && !sites.some(activeUpdatePointOf) ? untilWithoutPoint : until;
}

function preparationOf({ preparation, remotePreparation, clusterPreparation }: MoveKindFacts, moves: readonly Move[], hierarchy: Hierarchy): string | undefined {
    const hosts = moves.flatMap(each => each.hosts);
    return clusterPreparation !== undefined && moves.some(each => nodesIn(each.hosts, hierarchy) > 1) ? clusterPreparation
        : preparation ?? (hosts.some(name => isRemote(name, hierarchy)) ? remotePreparation : undefined);
}

/** Whether a host is a cluster, or a server other than the site server. */
function isRemote(name: string, hierarchy: Hierarchy): boolean {
    const host = hostNamed(hierarchy, name);
    return host?.element !== 'server' || !host.isSiteServer;
}

/** The warnings that begin with a step, each with the step that ends it. */
function warningsAfter(stages: readonly Stage[], index: number, before: State, known: ReadonlySet<string>): readonly TransientWarning[] {
    return [...stages[index]!.state.findings].filter(([key, { severity }]) => severity === 'warning' && !known.has(key) && !before.findings.has(key)).map(([key, finding]) => {
        const end = stages.findIndex(({ state }, i) => i > index && !state.findings.has(key));
        return { ...finding, untilStep: end === -1 ? undefined : end + 1 };
    });
}

function paceOf(stages: readonly Stage[], index: number): Step['pace'] {
    const { moves } = stages[index]!;
    const { pace }: MoveKindFacts = moveKinds[moves[0]!.kind];
    const applies = (each: Pace): boolean => each.between === 'sites' ? moves.length > 1 : stages.slice(index + 1).some(later => later.moves[0]!.kind === moves[0]!.kind);
    return pace && applies(pace) ? { text: pace.text, source: pace.source, confidence: pace.confidence } : undefined;
}

/** `Upgrade WSUS at ELM (ELMSUP01)`, or with the number of sites if there are several. */
function titleOf(title: string, sites: readonly string[], hosts: readonly string[]): string {
    const isAboutSite = title.endsWith(' the site');
    if (sites.length > maxNamed) {
        return isAboutSite ? title.replace(/the site$/, counted(sites.length, 'site')) : `${title} at ${counted(sites.length, 'site')}`;
    }
    if (isAboutSite) {
        return `${title}${sites.length === 1 ? '' : 's'} ${sites.join(', ')}`;
    }
    const hostsText = hosts.length === 0 || hosts.length > maxNamed ? '' : ` (${hosts.join(', ')})`;
    return `${title} at ${sites.join(', ')}${hostsText}`;
}

/** Names that a title lists. */
const maxNamed = 4;

function* interruptionOf({ moves, state }: Stage, before: Hierarchy, run: RunOptions | undefined): Generator<number, Interruption | undefined> {
    const { interrupts, minutesSource, minutes: least, minutesPerNode = 0 }: MoveKindFacts = moveKinds[moves[0]!.kind];
    if (interrupts === 'nothing') {
        return undefined;
    }
    const hosts = moves.flatMap(each => each.hosts);
    const using = interrupts === 'management' ? [] : clientsUsing(interrupts === 'catalog' ? state.hierarchy : before, hosts).filter(({ on }) => interrupts !== 'internet scans' || on === 'internet');
    const clients = totalClients(using);
    const minutes = least + minutesPerNode * Math.max(...moves.map(each => nodesIn(each.hosts, before) - 1));
    const isManagement = interrupts === 'management';
    if (!isManagement && clients === 0) {
        return undefined;
    }
    const basis = interrupts === 'catalog' ? state.hierarchy : before;
    const isSimulated = run && !isManagement && basis.sites.length <= maxSimulatedSites;
    return {
        of: isManagement ? 'management' : 'scans', minutes, source: minutesSource, clients,
        failedScans: isSimulated ? yield* failedScans(basis, hosts, minutes, run) : undefined
    };
}

/** The number of servers of a move that have WSUS. */
function nodesIn(names: readonly string[], hierarchy: Hierarchy): number {
    return Math.max(1, names.filter(name => hostNamed(hierarchy, name)?.element === 'server' && (hostNamed(hierarchy, name) as Server).wsus).length);
}
