import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import { startExtension } from '../support/extension.js';
import type { RunStub, StartOptions } from '../support/testing-stub.js';
import type { EditorStub } from '../support/vscode-stub.js';

// Scenarios in the Testing view, with the fake server of support/fake-scenarios.mjs.

let extension: Awaited<ReturnType<typeof startExtension>>;
let editor: EditorStub;

async function start(): Promise<void> {
    extension = await startExtension('ok');
    editor = extension.editor;
}

/** Changes the scenarios' file on disk, which changes the scenarios of the fake server. */
async function change(): Promise<void> {
    await editor.until(() => editor.watches() === 1);
    const before = editor.testing.outdated.length;
    editor.saveOutside('file:///harbour.sup');
    await editor.until(() => editor.testing.outdated.length > before);
}

async function run(labels?: readonly string[], options?: StartOptions): Promise<RunStub> {
    await editor.testing.expand();
    await editor.testing.start('run', labels, options);
    return editor.testing.runs.at(-1)!;
}

afterEach(() => extension.deactivate());

describe('the Testing view', () => {
    test('shows files, their scenarios and the expectations of these', async () => {
        await start();
        expect((await editor.testing.expand()).slice(0, 9)).toEqual([
            'harbour.sup',
            '  Quiet night',
            '    CEN synchronized by 6h',
            '    no errors at all sites',
            '  Storm',
            '    OSL synchronized by 6h',
            '    clients of OSL scan',
            '    status 6703 at OSL never',
            '  Nothing is asked'
        ]);
        expect(editor.testing.item('harbour.sup').description).toBe('Harbour');
        expect(editor.testing.item('clients of OSL scan').range).toMatchObject({ start: { line: 52, character: 2 }, end: { line: 52, character: 20 } });
    });

    test('creates the items below a file lazily', async () => {
        await start();
        await editor.testing.refresh();
        expect(editor.testing.item('harbour.sup').children.size).toBe(0);
    });

    test('updates the items after a change and reuses the existing ones', async () => {
        await start();
        await editor.testing.expand();
        const [storm, night] = ['Storm', 'Quiet night'].map(label => editor.testing.item(label));
        await change();
        expect(editor.testing.item('Storm')).toBe(storm);
        expect(editor.testing.item('Quiet night')).toBe(night);
        expect(night!.range).toMatchObject({ start: { line: 44 } });
        expect(await editor.testing.expand()).toEqual([
            'harbour.sup',
            '  Quiet night', '    CEN synchronized by 8h', '    no errors at all sites',
            '  Storm', '    clients of OSL scan', '    OSL synchronized by 6h', '    clients of BER scan', '    status 6703 at OSL never',
            '  Calm', '    OSL synchronized by 6h'
        ]);
    });

    test('marks only the results of the scenarios as outdated that the change may affect', async () => {
        await start();
        await editor.testing.expand();
        await change();
        expect(editor.testing.outdated).toEqual([['Quiet night', 'Storm']]);
        await editor.testing.expand();
        await change();
        expect(editor.testing.outdated[1]).not.toContain('Calm');
    });

    test('shows the outcomes of the runs that the server makes by itself', async () => {
        await start();
        await editor.until(() => editor.watches() === 1);
        editor.saveOutside('file:///ran.sup');
        await editor.until(() => editor.testing.runs.some(({ isEnded }) => isEnded));
        const [{ states, messages, request }] = editor.testing.runs as [RunStub];
        expect(Object.fromEntries(states)).toEqual({
            'OSL synchronized by 6h': 'passed', 'clients of OSL scan': 'failed', 'status 6703 at OSL never': 'skipped',
            'CEN synchronized by 6h': 'passed', 'no errors at all sites': 'passed'
        });
        expect(messages.get('clients of OSL scan')![0]!.message).toContain('Broken at 1d 00:21');
        expect(request.preserveFocus).toBe(true);
    });

    test('keeps the items of the Testing view when the server stops', async () => {
        await start();
        const before = await editor.testing.expand();
        extension.become('dies at start');
        await editor.run('sup.restartServer');
        await editor.until(() => editor.status?.text === 'SUP: language server stopped');
        await editor.testing.refresh();
        expect(await editor.testing.expand()).toEqual(before);
    });
});

describe('a test run', () => {
    test('reports the outcome of each expectation', async () => {
        await start();
        const { states, isEnded } = await run(['harbour.sup']);
        expect(isEnded).toBe(true);
        expect(Object.fromEntries(states)).toEqual({
            'CEN synchronized by 6h': 'passed', 'no errors at all sites': 'passed',
            'OSL synchronized by 6h': 'passed', 'clients of OSL scan': 'failed', 'status 6703 at OSL never': 'skipped',
            'Nothing is asked': 'passed'
        });
    });

    test('explains a broken expectation step by step', async () => {
        await start();
        const { messages } = await run(['Storm']);
        const [message] = messages.get('clients of OSL scan')!;
        expect(message!.message).toBe([
            'Broken at 1d 00:21: Clients of OSL could not reach OSLSUP01\u001b[2J.', '', 'Events that led to it:',
            '  1d 00:00  OSL Operator: OSLSUP01 stopped',
            '            changed: OSLSUP01: running → stopped',
            '  1d 00:20  OSL Windows Update Agent: clients scan',
            '  1d 00:21  OSL Windows Update Agent: the scan failed'
        ].join('\n'));
        expect(message!.location).toMatchObject({ range: { start: { line: 52, character: 2 } } });
        expect(message!.location!.uri.toString()).toBe('file:///harbour.sup');
        expect(message!.stackTrace!.map(({ label, uri, position }) => [label, String(uri), position!.line])).toEqual([
            ['1d 00:21 OSL Windows Update Agent: the scan failed', 'file:///harbour.sup', 14],
            ['1d 00:00 OSL Operator: OSLSUP01 stopped', 'file:///harbour.sup', 12]
        ]);
    });

    test('prints details and replaces control characters from plans', async () => {
        await start();
        const { output } = await run(['Storm']);
        expect(output.split('\r\n')).toEqual([
            'Storm (30 ms)',
            '  A new update reaches the last client after 9h.',
            '  held: OSL synchronized by 6h',
            '  BROKEN: clients of OSL scan: 1d 00:21, Clients of OSL could not reach OSLSUP01\ufffd[2J.',
            '  untested: status 6703 at OSL never: OSL was never in error.',
            ''
        ]);
    });

    test('reports only the selected expectation', async () => {
        await start();
        const { states } = await run(['clients of OSL scan']);
        expect([...states]).toEqual([['clients of OSL scan', 'failed']]);
    });

    test('skips excluded items', async () => {
        await start();
        const { states } = await run(['harbour.sup'], { exclude: ['Quiet night', 'clients of OSL scan'] });
        expect([...states.keys()]).toEqual(['OSL synchronized by 6h', 'status 6703 at OSL never', 'Nothing is asked']);
    });

    test('reports a scenario that cannot be run and continues', async () => {
        await start();
        const { states, messages, output } = await run(['other.sup']);
        expect(Object.fromEntries(states)).toEqual({ 'anything': 'errored', 'anything else': 'errored', 'Without end': 'errored', 'something': 'skipped' });
        expect([...messages.values()].flat().map(({ message }) => message)).toEqual([
            'This scenario no longer exists.', 'the plan is too large', 'The scenario does not say for how long it runs.'
        ]);
        expect(output).toContain('the plan is too large\r\n');
    });

    test.each(['the view', 'the request'])('cancels a run through %s', async by => {
        await start();
        await editor.testing.expand();
        const source = new CancellationTokenSource();
        const done = editor.testing.start('run', ['slow.sup', 'Storm'], { token: source.token });
        const [stub] = editor.testing.runs;
        await editor.until(() => stub!.states.get('the end') === 'running');
        (by === 'the view' ? stub! : source).cancel();
        await done;
        expect(stub!.isEnded).toBe(true);
        expect([...stub!.states]).toEqual([]);
        expect(editor.dialogs.messages).toEqual([]);
    });

    test('fails a run without a server and offers a restart', async () => {
        await start();
        await editor.testing.expand();
        extension.become('dies at start');
        await editor.run('sup.restartServer');
        await editor.until(() => editor.status?.text === 'SUP: language server stopped');
        const { states, isEnded } = await run(['Storm']);
        expect(states.get('clients of OSL scan')).toBe('errored');
        expect(isEnded).toBe(true);
        expect(editor.dialogs.messages.at(-1)).toMatchObject({ kind: 'error', text: expect.stringContaining('no scenario can be run'), actions: ['Restart', 'Show Output'] });
    });

    test('repeats a run after every change until continuous run is turned off', async () => {
        await start();
        await editor.testing.expand();
        const source = new CancellationTokenSource();
        await editor.testing.start('continuous', ['Storm'], { token: source.token });
        expect(editor.testing.runs).toEqual([]);
        await change();
        await editor.until(() => editor.testing.runs.some(each => each.isEnded));
        await editor.testing.expand();
        expect(Object.fromEntries(editor.testing.runs[0]!.states)).toEqual({
            'clients of OSL scan': 'passed', 'OSL synchronized by 6h': 'failed', 'clients of BER scan': 'skipped', 'status 6703 at OSL never': 'passed'
        });
        source.cancel();
        await editor.testing.start('continuous', ['Calm']);
        await change();
        await editor.until(() => editor.testing.runs.filter(each => each.isEnded).length === 2);
        expect([...editor.testing.runs[1]!.states]).toEqual([['OSL synchronized by 6h', 'passed']]);
    });
});

test('coverage reports for each part whether a scenario used it or let it fail', async () => {
    await start();
    await editor.testing.expand();
    await editor.testing.start('coverage', ['Storm', 'Quiet night']);
    const [stub] = editor.testing.runs;
    expect(stub!.states.get('clients of OSL scan')).toBe('failed');
    expect(await editor.testing.coverage(stub!, 'file:///harbour.sup')).toEqual({
        'CEN: used, never failed': true,
        'OSLSUP01: used, and failed': true,
        'link of OSL: failed, never used': true,
        'not in Storm,Quiet night: neither used nor failed': false
    });
});

describe('a code lens', () => {
    const target = (title: string, uri = 'file:///harbour.sup') => ({ textDocument: { uri }, title });

    test('runs a scenario and shows it in the Testing view, even if the view was never opened', async () => {
        await start();
        await editor.run('sup.runScenario', target('Storm'));
        const [stub] = editor.testing.runs;
        expect(stub!.states.get('clients of OSL scan')).toBe('failed');
        expect(stub!.request.preserveFocus).toBe(true);
    });

    test('runs all scenarios of a file', async () => {
        await start();
        await editor.run('sup.runAllScenarios', { uri: 'file:///harbour.sup' });
        expect(editor.testing.runs[0]!.states.size).toBe(6);
    });

    test('runs all scenarios of the workspace without a file', async () => {
        await start();
        const running = editor.run('sup.runAllScenarios');
        await editor.until(() => editor.testing.runs[0]?.states.get('the end') === 'running');
        expect(editor.testing.runs[0]!.states.size).toBe(11);
        editor.testing.runs[0]!.cancel();
        await running;
    });

    test.each([
        ['sup.runScenario', target('Fog'), 'The scenario "Fog" no longer exists.'],
        ['sup.runAllScenarios', { uri: 'file:///nothing.sup' }, 'This file no longer contains scenarios.'],
        ['sup.showTrace', target('Gone'), 'The scenario "Gone" no longer exists.'],
        ['sup.runScenario', undefined, 'Run scenarios in the Testing view, or with the code lenses above each scenario.'],
        ['sup.runAllScenarios', { uri: 7 }, 'Run scenarios in the Testing view, or with the code lenses above each scenario.'],
        ['sup.showTrace', { title: 'Storm' }, 'Run scenarios in the Testing view, or with the code lenses above each scenario.']
    ])('%s with the outdated or invalid argument %j explains itself', async (command, argument, text) => {
        await start();
        await editor.run(command, argument);
        expect(editor.dialogs.messages).toMatchObject([{ kind: 'information', text }]);
        expect(editor.testing.runs).toEqual([]);
        expect(editor.shown).toEqual([]);
    });

    test('offers a restart if there is no server', async () => {
        extension = await startExtension('dies at start');
        editor = extension.editor;
        await editor.until(() => editor.status?.text === 'SUP: language server stopped');
        await editor.run('sup.runScenario', target('Storm'));
        expect(editor.dialogs.messages.at(-1)).toMatchObject({ kind: 'error', text: expect.stringContaining('no scenario can be run') });
    });

    test('shows the trace of a scenario as a log', async () => {
        await start();
        await editor.run('sup.showTrace', target('Storm'));
        expect(editor.shown).toMatchObject([{ text: '00:00 Storm begins\n', as: 'editor', uri: expect.stringMatching(/^sup-trace:\/Storm\.log\?/) }]);
    });
});
