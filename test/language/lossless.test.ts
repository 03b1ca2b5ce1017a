import { type CstNode, CstUtils, isCompositeCstNode } from 'langium';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plans } from '../support/editor.js';
import { Random } from '../support/random.js';
import { randomPlan } from '../support/random-plan.js';
import { byRunLength } from '../support/run-length.js';
import { TestWorkspace, uriOf } from '../support/workspace.js';

// The syntax tree contains every word and comment of a file, at its place, in order; the formatter and the fixes rely on it.

const { services } = new TestWorkspace();

/** Words, comments and other text of a file that its tree does not contain, or does not contain exactly once and in order. */
function faultsOf(text: string): string[] {
    const root = services.shared.workspace.LangiumDocumentFactory.fromString(text, uriOf('plan.sup')).parseResult.value.$cstNode!;
    const faults: string[] = [];
    let end = 0;
    for (const leaf of CstUtils.flattenCst(root)) {
        if (leaf.offset < end || text.slice(leaf.offset, leaf.end) !== leaf.text) {
            faults.push(`${leaf.offset}: ${leaf.text}`);
        }
        faults.push(...text.slice(end, leaf.offset).trim() === '' ? [] : [`${end}: missing ${text.slice(end, leaf.offset)}`]);
        end = Math.max(end, leaf.end);
    }
    const visit = (node: CstNode): void => {
        if (isCompositeCstNode(node)) {
            for (const child of node.content) {
                faults.push(...child.container === node && child.offset >= node.offset && child.end <= node.end ? [] : [`${child.offset}: outside of its parent`]);
                visit(child);
            }
        }
    };
    visit(root);
    return [...faults, ...text.slice(end).trim() === '' ? [] : [`${end}: missing ${text.slice(end)}`]];
}

test('the tree contains every word and comment of all plans in this repository', () => {
    // After a syntax error, the parser skips words.
    const regular = plans().filter(text => {
        const { parserErrors, lexerErrors, lexerReport } = services.shared.workspace.LangiumDocumentFactory.fromString(text, uriOf('plan.sup')).parseResult;
        return parserErrors.length + lexerErrors.length + (lexerReport?.diagnostics.length ?? 0) === 0;
    });
    expect(regular.length).toBeGreaterThan(100);
    expect(regular.flatMap(faultsOf)).toEqual([]);
});

test('the tree contains every word and comment of random plans', () => {
    for (let seed = 1; seed <= byRunLength({ short: 40, long: 1_000 }); seed++) {
        expect(faultsOf(randomPlan(new Random(seed))), `seed ${seed}`).toEqual([]);
    }
});

const badInputs = new URL('../hostile/bad-inputs/', import.meta.url);
test.each(readdirSync(badInputs).filter(name => name.endsWith('.sup')))('the tree contains the words of %s once, in order', name => {
    const misplaced = faultsOf(readFileSync(new URL(name, badInputs), 'utf8')).filter(fault => !fault.includes(': missing '));
    expect(misplaced).toEqual([]);
});
