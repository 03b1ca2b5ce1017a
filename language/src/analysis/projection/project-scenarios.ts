import { type AssumptionName, assumptionNames, type Assumptions, assumptions, type Expectation, type Scenario, type ScenarioEvent } from '@sup/model';
import { readProperty } from '../../syntax/catalogue/properties.js';
import * as ast from '../../syntax/generated/ast.js';
import { readDuration } from '../../syntax/phrases/times.js';
import { membersOf } from '../../syntax/tree/blocks.js';
import { readEvent, readExpectation } from '../../syntax/tree/read-sentences.js';
import { withOrigin } from './origin.js';

/** Reads the scenarios of a file or segment into the model. Statements that cannot be read are omitted; a rule reports each of them. */
export function projectScenarios({ members: all }: { readonly members: readonly ast.Member[] }): readonly Scenario[] {
    return all.filter(ast.isScenario).map(node => {
        const members = membersOf(node);
        return withOrigin({
            element: 'scenario',
            title: node.title,
            duration: readLength(node),
            seed: readProperty(node, 'scenario', 'seed'),
            assumptions: projectAssumptions(members.find(ast.isAssume)),
            events: members.filter(ast.isScenarioEvent).flatMap(projectEvent),
            expectations: members.filter(ast.isExpectation).flatMap(projectExpectation)
        } satisfies Scenario, node);
    });
}

/** The length of a scenario in minutes, if its head states one. */
export function readLength(node: ast.Scenario): number | undefined {
    return readDuration(node.duration);
}

function projectAssumptions(node: ast.Assume | undefined): Partial<Assumptions> {
    const read: { -readonly [name in AssumptionName]?: number } = {};
    for (const name of node ? assumptionNames : []) {
        const value = readProperty(node!, 'assume', assumptions[name].key);
        if (value !== undefined) {
            read[name] = value;
        }
    }
    return read;
}

function projectEvent(node: ast.ScenarioEvent): readonly ScenarioEvent[] {
    const { value } = readEvent(node);
    return value ? [withOrigin({ element: 'event', ...value }, node)] : [];
}

function projectExpectation(node: ast.Expectation): readonly Expectation[] {
    const { value } = readExpectation(node);
    return value ? [withOrigin({ element: 'expectation', ...value }, node)] : [];
}
