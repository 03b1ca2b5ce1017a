import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from '../../scripts/project.mjs';

test('the table of editor themes has the values of the installed editor', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/editor-themes.mjs', '--check'], { cwd: root, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
});
