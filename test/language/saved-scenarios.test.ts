import type { LangiumDocument } from 'langium';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, test } from 'vitest';
import { appendScenario, freeTitle, possibleEventsOf, readEvent } from '@sup/language';
import { type Hierarchy, type Scenario, settledStart } from '@sup/model';
import { entryText, plainScenario, Simulation, TraceCollector } from '@sup/simulation';
import { exampleFiles } from '../support/example-files.js';
import { applied, type Files, TestWorkspace, uriOf } from '../support/workspace.js';

// A scenario that is saved from the preview has no findings, and runs as the preview showed it.

const fortnight = 14 * 1_440;
const at = 2_000;

interface Plan {
    readonly document: LangiumDocument;
    readonly hierarchy: Hierarchy;
    readonly scenarios: readonly Scenario[];
    readonly workspace: TestWorkspace;
}

/** The plan in some files, from the point of view of one of them. */
function read(files: Files, about: string): Plan {
    const workspace = new TestWorkspace();
    const { analysis, shared: { workspace: { LangiumDocuments, LangiumDocumentFactory } } } = workspace.services;
    Object.entries(files).forEach(([name, text]) => LangiumDocuments.addDocument(LangiumDocumentFactory.fromString(text, uriOf(name))));
    const document = workspace.document(about);
    return { document, workspace, hierarchy: analysis.hierarchies.of(document), scenarios: analysis.hierarchies.allScenarios(document) };
}

/** The trace of a run, line by line. */
function runOf(hierarchy: Hierarchy, scenario: Scenario): readonly string[] {
    const collector = new TraceCollector();
    // Expectations do not affect a run, and a plan without a scenario has none.
    const simulation = new Simulation(hierarchy, { ...scenario, expectations: [] }, { seed: 1, observers: [collector] });
    while (!simulation.advance(10_000));
    return collector.entries.map(({ time, site, component, details }) => `${time} ${site} ${component} ${entryText(details)}`);
}

const expectations = { holding: ['expect all clients scan'], alternative: undefined };

/** Saves every possible event, alone and added to each scenario, and checks the saved text. */
function saveEach(files: Files, about: string): void {
    const { document, hierarchy, scenarios, workspace } = read(files, about);
    const parser = workspace.services.parser.LangiumParser;
    const taken = new Set(scenarios.flatMap(({ title }) => title ?? []));
    const findings = workspace.findings(about).length;
    const [site] = hierarchy.sites;
    for (const base of [undefined, ...scenarios.slice(0, 2)]) {
        for (const part of [undefined, site, site?.servers[0], site?.clusters[0]]) {
            for (const { event } of possibleEventsOf(hierarchy, part, parser).filter(({ isRepair }) => !isRepair)) {
                const title = freeTitle('What if', taken);
                const edit = appendScenario(document, { title, duration: base?.duration ?? fortnight, base, events: [{ at, event }], expectations });
                const after = read(applied(files, new Map([[document as LangiumDocument & { textDocument: TextDocument }, [edit]]])), about);
                const written = after.scenarios.find(scenario => scenario.title === title)!;
                expect(after.workspace.findings(about), event).toHaveLength(findings);
                const parsed = readEvent(parser, event, at);
                const played = base ?? { ...plainScenario(fortnight), assumptions: { start: settledStart } };
                expect(runOf(after.hierarchy, written), event).toEqual(runOf(hierarchy, { ...played, events: [...played.events, ...'event' in parsed ? [parsed.event] : []] }));
            }
        }
    }
}

describe('a saved scenario', () => {
    test.each([['brightwater', 'headquarters.sup'], ['scenarios', 'cluster.sup'], ['scenarios', 'fjordline.sup'], ['scenarios', 'perimeter.sup'], ['starter', 'starter.sup']])('%s/%s: has no findings, and runs like the preview', (folder, about) => {
        saveEach(exampleFiles(folder), about);
    });

    test('follows the line ends and the indentation of the file', () => {
        const text = exampleFiles('starter')['starter.sup']!.replace(/\r?\n/g, '\r\n').replace(/^ +/gm, blanks => '\t'.repeat(blanks.length / 2));
        saveEach({ 'starter.sup': text }, 'starter.sup');
        const { document } = read({ 'starter.sup': text }, 'starter.sup');
        const { newText } = appendScenario(document, { title: 'x', duration: 1_440, base: undefined, events: [{ at: 60, event: 'fail Microsoft Update' }], expectations: { ...expectations, alternative: { text: 'expect no errors at all sites', reason: 'CEN at 0d 02:07:\nfailed.' } } });
        expect(newText).toBe('\r\n\r\nscenario "x" for 1 day {\r\n\tassume { start: settled }\r\n\tat 01:00: fail Microsoft Update\r\n\r\n\texpect all clients scan\r\n\t// This does not hold: CEN at 0d 02:07: failed.\r\n\t// expect no errors at all sites\r\n}\r\n');
    });

    test('can be the only text of a file', () => {
        const { document } = read({ 'empty.sup': '' }, 'empty.sup');
        expect(appendScenario(document, { title: 'a "b"', duration: 1_440, base: undefined, events: [], expectations }).newText).toMatch(/^scenario "a ""b""" for /);
    });
});
