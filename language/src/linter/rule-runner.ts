import { type Assumptions, fileLimits, type Hierarchy, type Scenario, type Site } from '@sup/model';
import type { SegmentOfFile } from '../syntax/segments/segment.js';
import { type ChunkedWork, finish } from '../syntax/chunked-work.js';
import { statementsIn } from '../syntax/tree/walk.js';
import type { Difference } from './difference.js';
import type { Risk } from './risk.js';
import { severityOfMessage } from './default-severity.js';
import type { Checks, Messages, Report, Rule, RuleContext } from './define-rule.js';
import type { Finding } from './finding.js';

/** The input of the rules: a segment of a document, the model elements it declares, and the hierarchy it belongs to. */
export interface Subject extends SegmentOfFile {
    readonly sites: readonly Site[];
    readonly scenarios: readonly Scenario[];
    readonly hierarchy: Hierarchy;
    /** All scenarios of the hierarchy. */
    allScenarios(): readonly Scenario[];
    readonly assumptions: Partial<Assumptions>;
}

/** Called when a rule throws. */
export type OnRuleFailure = (rule: Rule, error: unknown) => void;

/** The number of elements that a set of rules visits between two yields: some milliseconds of work. */
const elementsOfChunk = 50;

/** Rules that run together. Their checks are collected once, since they run for every segment. */
export class RuleSet {
    private readonly checks: readonly Check[];

    constructor(rules: readonly Rule[]) {
        this.checks = rules.flatMap(rule => kinds.flatMap(kind => rule.checks[kind] ? { rule, kind, check: rule.checks[kind] } : []));
    }

    /** Runs the rules on a segment. A rule that throws is skipped from there on and keeps the findings it has reported; the other rules are not affected. */
    run(subject: Subject, onFailure: OnRuleFailure): readonly Finding[] {
        return this.runOn(visitedIn(subject), subject, onFailure);
    }

    /** Runs the rules on elements of a hierarchy, like {@link run}. */
    runOn(visited: Visited, world: World, onFailure: OnRuleFailure): readonly Finding[] {
        return finish(this.runInChunks(visited, world, onFailure));
    }

    /** Runs the rules on elements of a hierarchy, and yields in between: a segment may have thousands of statements. */
    *runInChunks(visited: Visited, world: World, onFailure: OnRuleFailure): ChunkedWork<readonly Finding[]> {
        const context = new FindingCollector(world);
        let broken: Rule | undefined;
        let left = elementsOfChunk;
        for (const { rule, kind, check } of this.checks) {
            const elements = visited[kind];
            if (elements.length === 0 || rule === broken) {
                continue;
            }
            context.rule = rule;
            try {
                for (const element of elements) {
                    check(element, context);
                    if (--left === 0) {
                        left = elementsOfChunk;
                        yield;
                    }
                }
            } catch (error) {
                broken = rule;
                onFailure(rule, error);
            }
        }
        return context.findings;
    }
}

/** A rule's check for one kind of element. */
interface Check {
    readonly rule: Rule;
    readonly kind: Kind;
    check(this: void, element: unknown, context: RuleContext<Messages>): void;
}

/** Runs the rules about accepted risks, once the findings that each `allow` of a file silences are known. */
export function runRiskRules(rules: readonly Rule[], risks: readonly Risk[], world: World, onFailure: OnRuleFailure): readonly Finding[] {
    return runEach(rules, (rule, context) => risks.forEach(risk => rule.checks.risk?.(risk, context)), world, onFailure);
}

/** Runs the rules about differences between a plan and the real hierarchy. */
export function runDifferenceRules(rules: readonly Rule[], differences: readonly Difference[], world: World, onFailure: OnRuleFailure): readonly Finding[] {
    return runEach(rules, (rule, context) => differences.forEach(difference => rule.checks.difference?.(difference, context)), world, onFailure);
}

function runEach(rules: readonly Rule[], run: (rule: Rule, context: RuleContext<Messages>) => void, world: World, onFailure: OnRuleFailure): readonly Finding[] {
    const context = new FindingCollector(world);
    for (const rule of rules) {
        context.rule = rule;
        try {
            run(rule, context);
        } catch (error) {
            onFailure(rule, error);
        }
    }
    return context.findings;
}

/** The part of a subject that rules read besides the elements they visit. */
type World = Pick<Subject, 'hierarchy' | 'allScenarios' | 'assumptions'>;

/** The maximum number of related locations of a finding. If a thousand sites declared the same code, each finding would otherwise list all of them. */
const relatedShown = 10;

/** The context that is passed to rules. Collects their findings. */
class FindingCollector implements RuleContext<Messages> {
    /** The rule that is running. */
    rule!: Rule;
    private found: Finding[] | undefined;
    /** The last rule that has reported something, and the number of its reports. */
    private counted: Rule | undefined;
    private count = 0;
    private last: Finding & { further: number } | undefined;

    constructor(private readonly world: World) {}

    get hierarchy(): Hierarchy {
        return this.world.hierarchy;
    }

    get scenarios(): readonly Scenario[] {
        return this.world.allScenarios();
    }

    get assumptions(): Partial<Assumptions> {
        return this.world.assumptions;
    }

    get findings(): readonly Finding[] {
        return this.found ?? none;
    }

    report(messageId: string, report: Report<never>): void {
        const { rule } = this;
        this.found ??= [];
        if (this.counted !== rule) {
            this.counted = rule;
            this.count = 0;
        }
        if (++this.count > fileLimits.findingsOfRule) {
            this.last!.further++;
            return;
        }
        this.last = {
            rule,
            messageId,
            message: rule.messages[messageId]!(report.args),
            severity: severityOfMessage(rule, messageId),
            at: report.at,
            related: report.related?.slice(0, relatedShown) ?? [],
            fixes: report.fixes ?? (() => []),
            because: report.because ?? (() => undefined),
            isForMore: report.isForMore ?? false,
            further: 0
        };
        this.found.push(this.last);
    }
}

const none: readonly Finding[] = [];

/** The elements of a subject that rules visit, by the name of the check. */
type Visited = { readonly [Kind in Exclude<keyof Checks<Messages>, 'risk' | 'difference'>]: readonly Parameters<NonNullable<Checks<Messages>[Kind]>>[0][] };
type Kind = keyof Visited;

/** The elements of sites that rules visit, without any text. */
export function visitedAt(sites: readonly Site[]): Visited {
    const servers = sites.flatMap(site => site.servers);
    const clusters = sites.flatMap(site => site.clusters);
    return {
        segment: [],
        statement: [],
        scenario: [],
        site: sites,
        server: servers,
        wsus: servers.flatMap(({ wsus }) => wsus ?? []),
        cluster: clusters,
        updatePoint: [...servers, ...clusters].flatMap(host => host.updatePoints),
        synchronization: sites.flatMap(site => site.synchronizations),
        clientGroup: sites.flatMap(site => site.clientGroups)
    };
}

/** Collected once for all rules: walking through a segment takes longer than most of them. */
export function visitedIn(subject: Subject): Visited {
    const { segment, sites, scenarios } = subject;
    return { ...visitedAt(sites), segment: [subject], statement: statementsIn(segment), scenario: scenarios };
}

/** The order in which a rule's checks run. */
const kinds = ['segment', 'statement', 'site', 'server', 'wsus', 'cluster', 'updatePoint', 'synchronization', 'clientGroup', 'scenario'] as const satisfies readonly Kind[];
