// The previews of the fake language server. `pier.sup` and `harbour.sup` belong to one hierarchy. Each request for `changing.sup` returns a new version; `slow.sup` never responds to `sup/play`.

const range = { start: { line: 3, character: 13 }, end: { line: 3, character: 16 } };
const nameOf = (/** @type {{ uri: string }} */ { uri }) => /([^/]*)\.sup$/.exec(uri)?.[1];
let version = 0;

/** @param {string} name */
const contentOf = name => ({ scene: { title: name, sites: [], tops: [], feeds: [], problems: [] }, scenarios: [{ title: 'Storm', duration: 1440 }] });

const answers = {
    'sup/preview': ({ textDocument }) => {
        switch (nameOf(textDocument)) {
            case 'gone': return null;
            case 'changing': return contentOf(`Version ${++version}`);
            default: return contentOf('Harbour');
        }
    },
    'sup/locate': ({ textDocument, part }) => part === 'site:OSL' ? { uri: textDocument.uri, range } : null,
    'sup/partAt': ({ position }) => position.line === 3 ? 'site:OSL' : null,
    'sup/possibleEvents': ({ part }) => {
        if (part === 'site:BAD') {
            throw new Error('the plan is too large');
        }
        return [{ label: `Stop ${part}`, event: `stop ${part}`, documentation: '' }];
    },
    'sup/play': () => null,
    'sup/hierarchyFiles': ({ textDocument }) => [textDocument.uri, ...textDocument.uri.endsWith('/pier.sup') ? [textDocument.uri.replace('pier', 'harbour')] : []],
    'sup/compare': ({ before, beforeLabel, afterLabel }) => ({ beforeLabel, afterLabel, before, after: {}, both: {}, comparison: {} }),
    'sup/rollout': ({ before }) => ({ summary: [], steps: [], left: [], start: {}, checkList: `A check list from ${before.length} file` }),
    'sup/describe': ({ run }) => `A description of ${run === undefined ? 'the hierarchy' : run.scenario ?? 'a run'}.\n`,
    'sup/variants': ({ label, variants }) => `${[label, ...variants.map(variant => variant.label)].map(name => `| ${name} |`).join('\n')}\n`,
    'sup/export': ({ format, theme, picture }) => `${format} in ${theme}${picture === undefined ? '' : ` with ${picture}`}`
};

/** @param {string} method */
export function isAboutPreviews(method, params) {
    return Object.hasOwn(answers, method) || (method === 'workspace/didChangeWatchedFiles' && params.changes.some(change => nameOf(change) === 'changing'));
}

/** @param {(message: object) => void} send */
export function answerPreviews({ id, method, params }, send) {
    if (method === 'workspace/didChangeWatchedFiles') {
        [1, 2, 3].forEach(() => send({ method: 'sup/previewChanged' }));
    } else if (method !== 'sup/play' || nameOf(params.textDocument) !== 'slow') {
        try {
            send({ id, result: answers[method](params) });
        } catch (error) {
            send({ id, error: { code: -32603, message: error.message } });
        }
    }
}
