import { registry } from '@sup/language';
import { forged, type Outgoing, request } from './outgoing.js';
import { randomPosition, randomRange } from './places.js';
import { randomSnippet, randomText } from './texts.js';
import { someName, someTitle, someUri, type World } from './world.js';

/** The requests that are valid without parameters. */
const withoutParameters: readonly string[] = ['scenarios', 'planTree'];

/** Invalid parameters for all other requests of the server's own. */
const forgeries: readonly unknown[] = [{}, [], { textDocument: null }, { textDocument: { uri: 5 } }, { textDocument: 'a.sup', position: 'here', title: 5, part: {}, events: 'none', run: -1 }];

/** A request of the extension that is not part of LSP. */
export function supRequest(world: World): Outgoing {
    const { random } = world;
    const method = random.of(Object.keys(params));
    return !withoutParameters.includes(method) && random.isOneIn(12) ? forged(`sup/${method}`, random.of(forgeries)) : request(`sup/${method}`, params[method]!(world));
}

const params: Readonly<Record<string, (world: World) => object | undefined>> = {
    scenarios: () => undefined,
    preview: about,
    hierarchyFiles: about,
    editorLevels: about,
    planTree: world => world.random.isOneIn(3) ? {} : { item: `${someUri(world)}${world.random.of(['', '\nOSL', '\nOSL\n1', '\n\n\n'])}` },
    newHierarchy: ({ random }) => ({
        name: random.of(['Fjord', '"', '__proto__']), regions: Array.from({ length: random.between(0, 20) }, () => random.of(['Europe', 'Éire', '}'])),
        mode: random.of(['native', 'mixed']), internet: random.isOneIn(2), bandwidth: random.of([1, 512, 2_000])
    }),
    compareWithReality: world => ({ ...about(world), files: [onDisk(world)], ...progress(world) }),
    import: world => ({ files: [onDisk(world)], folder: onDisk(world), branches: world.random.isOneIn(2) }),
    moveTargets: world => ({ ...about(world), ...world.random.isOneIn(2) ? { line: world.random.between(0, 40) } : { site: 'OSL' } }),
    moveSite: world => ({ ...about(world), site: someName(world.random, subject(world).document), parent: someName(world.random, subject(world).document) }),
    branchToCopy: world => ({ ...about(world), site: someName(world.random, subject(world).document), ...world.random.isOneIn(2) && { codes: someCodes(world) } }),
    duplicateSite: world => ({ ...about(world), site: someName(world.random, subject(world).document), codes: someCodes(world), title: world.random.of(['', 'Fjord', '"', '}']) }),
    locate: world => ({ ...about(world), part: part(world), ...world.random.isOneIn(3) && { problem: world.random.between(0, 5) } }),
    locateScenario: scenario,
    partAt: place,
    possibleEvents: world => ({ ...about(world), part: part(world) }),
    play: run,
    outages: world => about(world),
    scenarioEdit: run,
    log: ({ random }) => ({
        run: random.between(0, 20), text: random.of(['', 'SUP', '\0', 'wsus']), omitsInformation: random.isOneIn(2), ...random.isOneIn(3) && { site: 'OSL' },
        from: random.isOneIn(2) ? { line: random.of([0, 1, 40, 2 ** 31]) } : { minute: random.of([0, 600, 2 ** 31]) }, count: random.of([0, 1, 100, 500, 100_000])
    }),
    compare: world => ({
        ...about(world), beforeLabel: 'before', afterLabel: randomSnippet(world.random),
        before: Array.from({ length: world.random.between(0, 3) }, () => ({ uri: someUri(world), text: randomText(world.random) })), ...progress(world)
    }),
    export: world => ({
        ...about(world), format: world.random.of(['html', 'markdown', 'svg', 'mermaid']), theme: world.random.of(['light', 'dark']), direction: world.random.of(['down', 'right']),
        ...world.random.isOneIn(3) && { picture: randomSnippet(world.random) }, ...progress(world)
    }),
    variants: world => ({
        ...about(world), label: 'now',
        variants: Array.from({ length: world.random.between(0, 2) }, () => ({ label: randomSnippet(world.random), files: [{ uri: someUri(world), text: randomText(world.random) }] })), ...progress(world)
    }),
    describe: world => {
        const { title, ...document } = scenario(world) as { title?: string };
        return { ...document, ...world.random.isOneIn(2) && { run: world.random.isOneIn(2) ? {} : { scenario: title } }, ...progress(world) };
    },
    runScenario: world => ({ ...scenario(world), ...progress(world) }),
    trace: world => ({ ...scenario(world), ...progress(world) }),
    coverage: world => ({ scenarios: Array.from({ length: world.random.between(0, 3) }, () => scenario(world)), ...progress(world) }),
    sweep: world => ({ ...about(world), ...progress(world) }),
    advise: place,
    explain: world => {
        const { textDocument, document } = subject(world);
        return { textDocument, rule: world.random.of(registry).id, range: randomRange(world.random, document) };
    },
    acceptRisk: world => {
        const { textDocument, document } = subject(world);
        const { random } = world;
        return { textDocument, rule: random.of(registry).id, range: randomRange(random, document), reason: randomSnippet(random), ...random.isOneIn(3) && { until: random.of(['2999-01-31', '2020-02-29']) } };
    }
};

function subject(world: World) {
    const uri = someUri(world);
    return { textDocument: { uri }, document: world.mirror.document(uri) };
}

function about(world: World): object {
    return { textDocument: subject(world).textDocument };
}

function place(world: World): object {
    const { textDocument, document } = subject(world);
    return { textDocument, position: randomPosition(world.random, document) };
}

function scenario(world: World): object {
    const { textDocument, document } = subject(world);
    return { textDocument, title: someTitle(world.random, document) };
}

/** A file on disk, which seldom is an export. */
function onDisk({ random, disk }: World): string {
    return random.of([...disk.uris(), 'file:///nowhere/export.json', 'file:///etc/passwd']);
}

function someCodes({ random }: World): string[] {
    return Array.from({ length: random.between(0, 3) }, () => random.of(['OS2', 'OSL', 'aux', 'É', 'QQ1', 'QQ2']));
}

function part(world: World): string {
    const { random } = world;
    return random.isOneIn(6) ? random.of(['hierarchy', 'microsoft-update', '', 'toString']) : `${random.of(['site', 'server', 'cluster'])}:${someName(random, subject(world).document)}`;
}

function run(world: World): object {
    const { textDocument, document } = subject(world);
    const { random } = world;
    const event = (): string => `${random.of(['stop', 'start', 'cut link of', 'fill content share of', 'synchronize', 'explode'])} ${someName(random, document)}`;
    const events = Array.from({ length: random.between(0, 4) }, () => ({ at: random.of([0, 60, 1_440, 100_000]), event: random.isOneIn(5) ? randomSnippet(random) : event() }));
    return { textDocument, events, ...random.isOneIn(2) && { scenario: someTitle(random, document) }, ...progress(world) };
}

function progress({ random }: World): object {
    return random.isOneIn(3) ? { workDoneToken: random.of<unknown>(['token', random.between(0, 1_000)]) } : {};
}
