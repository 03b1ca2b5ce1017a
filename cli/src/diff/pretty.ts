import type { Change, ComparedFinding, CostClass, Figure } from '@sup/comparison';
import { withoutLogCommands } from '@sup/model';
import { siteMarks } from '@sup/picture';
import type { Paint } from '../paint.js';
import { visible } from '../visible.js';
import { type ComparedHierarchy, planErrorsOfBoth } from './report.js';
import { rolloutLines } from './rollout-pretty.js';

type Style = Parameters<Paint>[0];

const kindStyles: Readonly<Record<Change['kind'], Style>> = { added: 'green', removed: 'red', moved: 'cyan', changed: 'yellow', consequence: 'dim' };
const costStyles: Readonly<Record<CostClass, Style>> = { setting: 'dim', installation: 'dim', 're-installation': 'yellow', impossible: 'red', outside: 'dim', none: 'dim' };
const severityStyles: Readonly<Record<ComparedFinding['severity'], Style>> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan' };

/** The comparison for people. */
export function pretty(compared: readonly ComparedHierarchy[], paint: Paint): string {
    return withoutLogCommands(compared.map(each => `${[
        paint('underline', visible(each.label)), ...block(each, paint), ...each.rollout ? rolloutLines(each.rollout, paint) : []
    ].join('\n')}\n`).join('\n'));
}

function block(compared: ComparedHierarchy, paint: Paint): readonly string[] {
    const { changes, findings, outcome, verdict } = compared.comparison;
    const section = (title: string, lines: readonly string[]): readonly string[] => lines.length === 0 ? [] : ['', paint('bold', title), ...lines.map(line => `  ${line}`)];
    const lineOf = ({ kind, sentence }: Change): string => `${paint(kindStyles[kind], siteMarks[kind].sign)} ${visible(sentence)}`;
    return [
        visible(verdict),
        ...planErrorsOfBoth(compared).flatMap(({ text, items }) => [text, ...items.map(item => `  ${item}`)]).map(line => paint('red', visible(line))),
        ...section('Changes', changes.filter(({ kind }) => kind !== 'consequence').flatMap(change => [lineOf(change), ...costLines(change, paint)])),
        ...section('Consequences', changes.filter(({ kind }) => kind === 'consequence').map(lineOf)),
        ...section('Problems introduced', findings.introduced.map(finding => findingLine(finding, paint))),
        ...section('Problems solved', findings.solved.map(finding => findingLine(finding, paint))),
        ...section('Simulated outcome', outcome.map(figureLine))
    ];
}

function costLines({ cost: { class: kind, text, source } }: Change, paint: Paint): readonly string[] {
    return kind === 'none' ? [] : [`    ${paint(costStyles[kind], kind)}  ${text}${source === undefined ? '' : paint('dim', ` (${source})`)}`];
}

function findingLine({ severity, site, host, message, rule }: ComparedFinding, paint: Paint): string {
    const place = [site, host].filter(Boolean).join(', ');
    return `${paint(severityStyles[severity], severity)}  ${place === '' ? '' : `${visible(place)}: `}${visible(message)}  ${paint('dim', rule)}`;
}

function figureLine({ what, before, after, isBetter }: Figure): string {
    return `${visible(what)}: ${before} → ${after}${isBetter === undefined ? '' : isBetter ? ' (better)' : ' (worse)'}`;
}
