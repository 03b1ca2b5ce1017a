// @ts-check
// Writes the smallest plan with a finding, and the nearest plan without it, to the pages of the rules that the plans of test/oracle reach:
// `npm run witnesses`, or `npm run witnesses -- RULE …`. Takes some minutes. `test/rules/witnesses.test.ts` checks the result.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root, script } from './project.mjs';
import { exportsOf } from './sources.mjs';

const block = /<!-- witness -->[\s\S]*?<!-- \/witness -->\n\n/;

await script(async () => {
    const { witnesses } = await exportsOf('test/oracle', ['./witness-book.ts']);
    await witnesses(process.argv.slice(2), (/** @type {string} */ id, /** @type {string} */ difference) => {
        const path = join(root, 'docs', 'rules', `${id}.md`);
        const text = readFileSync(path, 'utf8').replace(block, '');
        const witness = `<!-- witness -->\n\nThe smallest plan with this finding, and the nearest one without it. Their difference is what the finding depends on, which is\nnot always the right correction.\n\n\`\`\`diff\n${difference}\n\`\`\`\n\n<!-- /witness -->\n\n`;
        writeFileSync(path, text.replace(/^## Correct$/m, () => `${witness}## Correct`));
        console.log(id);
    });
});
