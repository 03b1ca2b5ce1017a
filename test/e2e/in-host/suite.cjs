// @ts-check
// The main features, tested through the extension API inside the extension host: by @vscode/test-electron in VS Code, and in the workbench
// of code-server. Plain JavaScript, because the host loads this file directly.
const assert = require('node:assert/strict');
const vscode = require('vscode');

/** The timeout for expected changes, in milliseconds. */
const deadline = 30_000;
/** The number of code actions whose edits VS Code requests. */
const actionsToResolve = 20;

/** @type {Record<string, () => Promise<void>>} */
const cases = {
    async 'reports the problems of files that are not open'() {
        await open('central.sup');
        await diagnostics('bergen.sup', codes => codes.includes('secondary-sup-not-replica') && codes.includes('internet-sup-on-secondary'));
    },

    async 'leaves `replica` of a secondary site to Configuration Manager'() {
        await takeFix('bergen.sup', 'secondary-sup-not-replica', 'Leave `replica` to Configuration Manager');
        await diagnostics('bergen.sup', codes => !codes.includes('secondary-sup-not-replica'));
    },

    async 'removes the Internet-based software update point of a secondary site'() {
        await takeFix('bergen.sup', 'internet-sup-on-secondary', 'Remove the Internet-based software update point from BBBDMZ01');
        await diagnostics('bergen.sup', codes => !codes.includes('internet-sup-on-secondary'));
    },

    async 'clears a problem in one file when another changes'() {
        await diagnostics('bergen.sup', codes => codes.includes('unknown-parent'));
        const edit = new vscode.WorkspaceEdit();
        edit.insert(uriOf('central.sup'), new vscode.Position(0, 0), 'primary site DDD reports to AAA\n');
        assert.ok(await vscode.workspace.applyEdit(edit));
        await diagnostics('bergen.sup', codes => codes.length === 0);
    },

    async 'has the same problems after a restart of the server'() {
        const edit = new vscode.WorkspaceEdit();
        edit.insert(uriOf('central.sup'), new vscode.Position(0, 0), 'primary site EEE reports to QQQ\n');
        assert.ok(await vscode.workspace.applyEdit(edit));
        await diagnostics('central.sup', codes => codes.includes('unknown-parent'));
        await vscode.commands.executeCommand('sup.restartServer');
        await diagnostics('central.sup', codes => codes.length === 1 && codes[0] === 'unknown-parent');
    }
};

exports.run = async () => {
    for (const [name, test] of Object.entries(cases)) {
        try {
            await test();
            console.log(`ok     ${name}`);
        } catch (error) {
            throw new Error(`FAILED ${name}: ${error instanceof Error ? error.stack : String(error)}`, { cause: error });
        }
    }
};

/** @param {string} name */
function uriOf(name) {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder, 'a folder is open');
    return vscode.Uri.joinPath(folder.uri, name);
}

/** @param {string} name */
async function open(name) {
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(name)));
}

/** @param {string} name */
const problemsOf = name => vscode.languages.getDiagnostics(uriOf(name)).filter(problem => problem.source === 'sup');

/** @param {vscode.Diagnostic} problem */
const codeOf = problem => String(typeof problem.code === 'object' ? problem.code.value : problem.code);

/**
 * Waits until the problems of a file satisfy a condition.
 * @param {string} name
 * @param {(codes: string[]) => boolean} condition
 * @returns {Promise<void>}
 */
function diagnostics(name, condition) {
    return new Promise((resolve, reject) => {
        const check = () => {
            if (condition(problemsOf(name).map(codeOf))) {
                finish(resolve);
            }
        };
        const listener = vscode.languages.onDidChangeDiagnostics(check);
        const timer = setTimeout(() => finish(() => reject(new Error(`${name} has ${JSON.stringify(problemsOf(name).map(codeOf))}`))), deadline);
        /** @param {() => void} settle */
        function finish(settle) {
            clearTimeout(timer);
            listener.dispose();
            settle();
        }
        check();
    });
}

/**
 * @param {string} name
 * @param {string} code
 * @param {string} title
 */
async function takeFix(name, code, title) {
    await open(name);
    const problem = problemsOf(name).find(candidate => codeOf(candidate) === code);
    assert.ok(problem, `${name} has ${code}`);
    const actions = /** @type {vscode.CodeAction[]} */ (await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uriOf(name), problem.range, undefined, actionsToResolve));
    // Only actions that are resolved have an edit.
    const action = actions.find(candidate => candidate.title === title);
    assert.ok(action?.edit, `"${title}" is offered, among ${actions.map(candidate => candidate.title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
}
