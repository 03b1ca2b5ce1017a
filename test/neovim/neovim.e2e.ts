import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureNeovim } from '../../scripts/programs.mjs';
import { root } from '../../scripts/project.mjs';

// An independent client: any editor shows over stdio what VS Code shows. The plan has characters outside the basic plane before
// the mistake, because columns are counted in UTF-16 units on the wire and in bytes in Neovim.

const plan = `central site AAA "Ålesund 😀" {
  server AAASUP01 {
    site server
    /* 😀 */ wsus 3.0 SP2 { ports: 8530, 8531  replica: yes }
    software update point active
  }
}
`;

interface Report {
    arrived: boolean;
    solved: boolean;
    titles: string[];
    text: string;
    before: { line: number; from: number; to: number; code: string; message: string }[];
    after: unknown[];
}

let folder: string;
let report: Report;
beforeAll(async () => {
    const neovim = await ensureNeovim();
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'sup-neovim-')));
    writeFileSync(join(folder, 'plan.sup'), plan);
    const result = join(folder, 'report.json');
    const SUP_ARGUMENTS = [join(root, 'dist', 'server.cjs'), process.execPath, folder, 'plan.sup', 'Leave `replica` to Configuration Manager', result].join('\n');
    const script = fileURLToPath(new URL('client.lua', import.meta.url));
    await promisify(execFile)(neovim, ['--headless', '--clean', '-n', '-S', script], { env: { ...process.env, SUP_ARGUMENTS, XDG_STATE_HOME: folder }, timeout: 90_000 });
    report = JSON.parse(readFileSync(result, 'utf8')) as Report;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('shows the same diagnostics at the same position in Neovim', () => {
    const [line] = plan.split('\n').slice(3);
    const bytes = Buffer.from(line!.slice(0, line!.indexOf('yes'))).length;
    expect(report.before).toMatchObject([{ line: 3, from: bytes, to: bytes + 3, code: 'wsus-replica-on-primary' }]);
    expect(report.before[0]!.message).toMatch(/^WSUS on AAASUP01 is planned as a replica/);
});

test('applies a fix in Neovim and clears the diagnostic', () => {
    expect(report.titles).toContain('Leave `replica` to Configuration Manager');
    expect(report.text).toBe(plan.replace('  replica: yes', '').trimEnd());
    expect(report).toMatchObject({ arrived: true, solved: true, after: [] });
});
