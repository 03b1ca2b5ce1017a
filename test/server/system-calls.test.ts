import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CodeActionRequest, HoverRequest } from 'vscode-languageserver-protocol/node';
import { PreviewRequest, RunScenarioRequest, ScenariosRequest, SweepRequest } from '@sup/protocol/server';
import { built } from '../support/dist.js';
import { LspClient } from '../support/lsp-client.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { scenario, tidewater } from '../support/tidewater.js';

// Observes the processes from outside: what they open, and whether they connect to anything, start a program or change a file. It needs strace,
// and permission to trace; without them these tests are skipped, and test/house/supply-chain.test.ts remains.

const canTrace = process.platform === 'linux' && spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', 'true']).status === 0;

const traced = ['execve', 'execveat', 'fork', 'vfork', 'clone', 'clone3', 'socket', 'connect', 'bind', 'listen', 'accept', 'accept4', 'openat', 'open', 'creat', 'rename', 'renameat', 'renameat2', 'unlink', 'unlinkat', 'mkdir', 'mkdirat', 'chmod', 'fchmod', 'truncate', 'link', 'symlink'];

interface Observed {
    readonly programs: readonly string[];
    readonly connections: readonly string[];
    readonly changes: readonly string[];
    readonly read: readonly string[];
}

/** The calls in a log of strace that succeeded, other than those of threads and devices. */
function observedIn(log: string): Observed {
    const calls = readFileSync(log, 'utf8').split('\n').map(line => line.replace(/^\d+ +/, '')).filter(line => /^\w+\(.*\) += +\d/.test(line) || /^\w+\(.*<unfinished/.test(line));
    const ofKind = (names: RegExp): string[] => calls.filter(call => names.test(call));
    const opened = ofKind(/^open(at)?\(/).filter(call => !/"\/dev\//.test(call));
    const isChange = (call: string): boolean => /O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)/.test(call);
    return {
        programs: [...ofKind(/^(execve|execveat|fork|vfork)\(/), ...ofKind(/^clone3?\(/).filter(call => !call.includes('CLONE_THREAD'))],
        connections: ofKind(/^(socket|connect|bind|listen|accept4?)\(/),
        changes: [...opened.filter(isChange), ...ofKind(/^(creat|rename|unlink|mkdir|f?chmod|truncate|link|symlink)/)],
        read: opened.filter(call => !isChange(call)).map(call => /"([^"]*)"/.exec(call)?.[1] ?? call)
    };
}

/** A workspace with a link to a file outside. */
function setUp(): { readonly log: string; readonly folder: string; readonly tracer: readonly string[] } {
    const base = temporaryFolder({ 'secret.sup': 'hierarchy Secret\n', 'secrets/a.sup': '', 'workspace/plan.sup': tidewater, 'workspace/runs.sup': scenario('Oslo is down', '10 days', 'at 1d: stop OSLSUP01', 'expect no errors at OSL') });
    const folder = join(base, 'workspace');
    symlinkSync('../secret.sup', join(folder, 'link.sup'));
    symlinkSync('../secrets', join(folder, 'links'));
    const log = join(base, 'trace');
    return { log, folder, tracer: ['strace', '-f', '-qq', '-e', `trace=${traced.join(',')}`, '-o', log] };
}

/** The folders that Node.js and the programs themselves read: libraries, the system's settings, and this repository. */
const ownFiles = [/^\/(lib|lib64|usr|etc|proc|sys|dev)\//, new RegExp(`^${process.cwd()}/`)];

function expectContained({ programs, connections, changes, read }: Observed, folder: string): void {
    expect(programs).toHaveLength(1);
    expect(programs[0]).toMatch(/^execve\("[^"]*\/node"/);
    expect(connections).toEqual([]);
    expect(changes).toEqual([]);
    const others = read.filter(path => path.startsWith('/') && path !== folder && !path.startsWith(`${folder}/`) && !ownFiles.some(own => own.test(path)));
    // The folders around a plan are looked at for a configuration file or a Git repository, but not opened.
    expect(others).toEqual([]);
    expect(read.filter(path => path.includes('secret') || /link/.test(path.slice(folder.length)))).toEqual([]);
    expect(read).toContain(join(folder, 'plan.sup'));
}

describe.skipIf(!canTrace)('under strace', () => {
    test.each([['check'], ['test'], ['simulate'], ['sweep'], ['advise'], ['report'], ['diff', 'plan.sup', 'plan.sup'], ['explain', 'plan.sup'], ['rules']])('sup %s starts no program, opens no connection, changes no file and reads none outside', (...args) => {
        const { log, folder, tracer } = setUp();
        const [program, ...flags] = tracer;
        const { status, stderr } = spawnSync(program!, [...flags, process.execPath, built(join(process.cwd(), 'dist/cli.cjs')), ...args], { cwd: folder, encoding: 'utf8' });
        expect(stderr).not.toContain('strace');
        expect([0, 1]).toContain(status);
        const observed = observedIn(log);
        expectContained(args[0] === 'rules' ? { ...observed, read: [...observed.read, join(folder, 'plan.sup')] } : observed, folder);
    });

    test('sup report --output changes only the report', () => {
        const { log, folder, tracer } = setUp();
        const [program, ...flags] = tracer;
        spawnSync(program!, [...flags, process.execPath, built(join(process.cwd(), 'dist/cli.cjs')), 'report', 'plan.sup', '--output', 'report.html'], { cwd: folder, encoding: 'utf8' });
        const { changes } = observedIn(log);
        expect(changes.map(call => call.replace(/[0-9a-f-]{36}/g, 'ID').replace(/ = .*/, ''))).toEqual([
            'openat(AT_FDCWD, ".report.html.ID.tmp", O_WRONLY|O_CREAT|O_EXCL|O_TRUNC|O_CLOEXEC, 0666)', 'rename(".report.html.ID.tmp", "report.html")'
        ]);
    });

    test('the language server starts no program, opens no connection, changes no file and reads none outside', async () => {
        const { log, folder, tracer } = setUp();
        const client = await LspClient.start({}, { folder, server: { tracer }, initializationOptions: { scenarioCommands: true } });
        await client.openFile('plan.sup', tidewater);
        const textDocument = { uri: client.uri('plan.sup') };
        const range = { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } };
        await client.diagnostics('plan.sup', () => true);
        await client.connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 2, character: 14 } });
        await client.connection.sendRequest(CodeActionRequest.type, { textDocument, range, context: { diagnostics: [] } });
        await client.connection.sendRequest(ScenariosRequest);
        await client.connection.sendRequest(RunScenarioRequest, { textDocument: { uri: client.uri('runs.sup') }, title: 'Oslo is down' });
        await client.connection.sendRequest(PreviewRequest, { textDocument });
        await client.connection.sendRequest(SweepRequest, { textDocument });
        mkdirSync(join(folder, 'later'));
        writeFileSync(join(folder, 'later/new.sup'), 'hierarchy New\n');
        await client.stop();
        expectContained(observedIn(log), folder);
    });
});
