// @ts-check
// `npm run pictures` takes the pictures of the preview in the packaged extension, in a real workbench: see test/e2e/pictures.e2e.ts. It also walks the tours of README: see test/e2e/readme.e2e.ts.
import process from 'node:process';
import { run, script } from './project.mjs';

await script(async () => {
    process.exitCode = await run('vitest', ['run', '--config', 'vitest.editors.config.ts', '--project', 'vscode', 'test/e2e/pictures.e2e.ts', 'test/e2e/readme.e2e.ts'], { env: { SUP_PICTURES: '1' } });
});
