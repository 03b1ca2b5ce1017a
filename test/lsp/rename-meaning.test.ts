import { expect, test } from 'vitest';
import { TestEditor } from '../support/editor.js';
import { Random } from '../support/random.js';
import { randomPlan } from '../support/random-plan.js';
import { byRunLength } from '../support/run-length.js';

// A rename changes how parts of a plan are named, and nothing else.

/** The renamable names of a plan: the last word of a declaration. */
const declarations = /\b(?:site|server|cluster) ([A-Z0-9]+)(?= [^\n]*\{|$)/gm;

async function findingsOf(editor: TestEditor): Promise<string[]> {
    return editor.workspace.findings('plan.sup').map(({ rule, messageId }) => `${rule.id} ${messageId}`).sort();
}

test('a rename changes no finding, and renaming back restores every byte', async () => {
    let renamed = 0;
    for (let seed = 1; seed <= byRunLength({ short: 15, long: 400 }); seed++) {
        const random = new Random(seed);
        const text = randomPlan(random);
        const [target] = random.of([...text.matchAll(declarations)].map(match => [match] as const));
        const [old, offset] = [target[1]!, target.index + target[0].length];
        const open = (plan: string): Promise<TestEditor> => TestEditor.open(`${plan.slice(0, offset)}|${plan.slice(offset)}`);
        // As long as the old name, so that offsets stay the same. No generated name begins with Z.
        const name = `Z${old.slice(1)}`;
        const editor = await open(text);
        const { 'plan.sup': after } = await editor.rename(name);
        const other = await open(after!);
        expect(await findingsOf(other), `seed ${seed}: ${old} to ${name}`).toEqual(await findingsOf(editor));
        expect(await other.rename(old), `seed ${seed}: ${name} to ${old}`).toEqual({ 'plan.sup': text });
        renamed++;
    }
    expect(renamed).toBeGreaterThan(10);
});
