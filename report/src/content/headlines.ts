import { counted, number } from '@sup/picture';
import { sweepHeadline } from '@sup/simulation';
import type { PlanReport } from '../plan-report.js';
import { outcomeOf, type TestedScenario } from '../scenarios/tested-scenario.js';
import type { ContentBlock } from './document.js';
import { foundText } from './scenario-blocks.js';

type Headline = Extract<ContentBlock, { kind: 'headline' }>;

/** The number of scenarios that are named. */
const maxNamed = 3;

/** The results, the most important first: errors of the plan, verdicts of scenarios, and the worst single failure. */
export function headlines(report: PlanReport): readonly Headline[] {
    return [...errorHeadline(report), ...scenarioHeadlines(report), ...failureHeadline(report)];
}

function errorHeadline({ findings }: PlanReport): readonly Headline[] {
    const [errors, warnings] = (['error', 'warning'] as const).map(severity => findings.filter(finding => finding.severity === severity));
    const [first] = findings;
    const counts = [errors!.length > 0 ? counted(errors!.length, 'error') : '', warnings!.length > 0 ? counted(warnings!.length, 'warning') : ''].filter(Boolean);
    return first && counts.length > 0 ? [headline(errors!.length > 0 ? 'fail' : 'warn', `The plan has ${counts.join(' and ')}`, first.message.what.replaceAll('`', ''))] : [];
}

function scenarioHeadlines({ scenarios }: PlanReport): readonly Headline[] {
    const failed = scenarios.filter(scenario => ['broken', 'failed'].includes(outcomeOf(scenario)));
    const others = failed.length - maxNamed;
    const expectations = scenarios.flatMap(scenario => scenario.expectations);
    const held = expectations.filter(({ verdict }) => verdict === 'held').length;
    const untested = expectations.filter(({ verdict }) => verdict === 'untested').length;
    if (failed.length > 0) {
        return [...failed.slice(0, maxNamed).map(brokenHeadline), ...others > 0 ? [headline('fail', `${counted(others, 'more scenario')} with broken expectations`, '')] : []];
    }
    return held === 0 ? [] : [headline('ok', `${held === expectations.length ? 'All of ' : ''}${counted(held, 'expectation')} ${held === 1 ? 'holds' : 'hold'} in ${counted(scenarios.length, 'scenario')}`, untested === 0 ? '' : `${number(untested)} could not be tested.`)];
}

function brokenHeadline({ title, problems, expectations }: TestedScenario): Headline {
    const broken = expectations.filter(({ verdict }) => verdict === 'broken');
    const [problem] = problems;
    const [first] = broken;
    return problem
        ? headline('warn', `${title}: could not be run as written`, problem.message)
        : headline('fail', `${title}: ${number(broken.length)} of ${counted(expectations.length, 'expectation')} broken`, first ? [first.text, foundText(first)].filter(Boolean).join(': ') : '');
}

function failureHeadline({ hierarchy, sweep }: PlanReport): readonly Headline[] {
    if (sweep === undefined || typeof sweep === 'string') {
        return [];
    }
    const { title, detail, isHarmless } = sweepHeadline(hierarchy, sweep);
    return [headline(isHarmless ? 'ok' : 'note', title, detail)];
}

const headline = (tone: Headline['tone'], title: string, detail: string): Headline => ({ kind: 'headline', tone, title, detail });
