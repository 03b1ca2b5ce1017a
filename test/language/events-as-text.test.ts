import { describe, expect, test } from 'vitest';
import { possibleEventsOf, readEvent } from '@sup/language';
import type { Hierarchy, Scenario, ScenarioEvent } from '@sup/model';
import { plainScenario, Simulation, TraceCollector } from '@sup/simulation';
import { hierarchyOf } from '../support/hierarchy.js';
import { payloads } from '../support/payloads.js';
import { Random } from '../support/random.js';
import { randomHierarchy } from '../support/random-hierarchy.js';
import { stageExample } from '../support/stage.js';
import { TestWorkspace } from '../support/workspace.js';

// The preview requests stand-alone events, written in the language.

const parser = new TestWorkspace().services.parser.LangiumParser;

function partsOf({ sites }: Hierarchy): readonly (Parameters<typeof possibleEventsOf>[1])[] {
    return [undefined, ...sites.flatMap(site => [site, ...site.servers, ...site.clusters])];
}

/** The obstacles of those events that a simulation refuses when nothing else happens. */
function refusalsOf(hierarchy: Hierarchy, events: readonly ScenarioEvent[]): readonly string[] {
    const collector = new TraceCollector();
    const scenario: Scenario = { ...plainScenario(2 * 1_440), events: events.map((event, i) => ({ ...event, at: 1_440 + i })) };
    const simulation = new Simulation(hierarchy, scenario, { seed: 1, observers: [collector] });
    while (!simulation.advance(10_000));
    return collector.entries.flatMap(({ details }) => details.kind === 'event-refused' ? [details.obstacle.kind] : []);
}

describe.each([['brightwater', undefined], ['scenarios', 'fjordline.sup'], ['scenarios', 'cluster.sup'], ['starter', undefined]] as const)('possible events in %s %s', (folder, file) => {
    const { hierarchy } = stageExample(folder, file);

    test('lists different events that can be parsed and are not refused', () => {
        for (const part of partsOf(hierarchy)) {
            const possible = possibleEventsOf(hierarchy, part, parser);
            const events = possible.map(({ event }) => readEvent(parser, event, 0)).flatMap(read => 'event' in read ? [read.event] : []);
            expect(events).toHaveLength(possible.length);
            expect(new Set(possible.map(({ event }) => event)).size).toBe(possible.length);
            expect(refusalsOf(hierarchy, events)).toEqual([]);
            for (const { label, documentation, event, prefix, isRepair } of possible) {
                expect(label).toMatch(/^[A-Z]/);
                expect(documentation).not.toBe('');
                expect(event.startsWith(prefix ?? '')).toBe(true);
                expect(isRepair).toBe(/^(start|restore|unblock) /.test(event));
            }
        }
    });
});

test('parses the possible events of parts with arbitrary names', () => {
    const names = ['to', 'for', 'Microsoft', 'link', 'group', '42', ...payloads];
    const eventsOf = (name: string): readonly string[] => {
        const written = `"${name.replaceAll('"', '""').replace(/[\r\n\u2028\u2029]/g, ' ')}"`;
        const hierarchy = hierarchyOf(`central site CEN { server ${written} { site server wsus 3.0 SP2 { } software update point active } }`);
        const [server] = hierarchy.sites[0]?.servers ?? [];
        return server ? possibleEventsOf(hierarchy, server, parser).map(({ event }) => event) : [];
    };
    // Events that cannot be parsed would be left out.
    const expected = eventsOf('CENSUP01').length;
    expect(expected).toBeGreaterThanOrEqual(10);
    for (const name of names) {
        const events = eventsOf(name);
        expect([0, expected], name).toContain(events.length);
        for (const event of events) {
            expect(readEvent(parser, event, 0), event).toHaveProperty('event');
        }
    }
});

test('parses the possible events of random hierarchies', () => {
    const random = new Random(20);
    for (let i = 0; i < 200; i++) {
        const hierarchy = randomHierarchy(random, 8);
        partsOf(hierarchy).forEach(part => possibleEventsOf(hierarchy, part, parser).forEach(({ event }) => expect(readEvent(parser, event, 0), event).toHaveProperty('event')));
    }
});

describe('a stand-alone event', () => {
    test('happens at the given time', () => {
        expect(readEvent(parser, 'stop OSLSUP01 for 2h', 65)).toMatchObject({ event: { at: 65, action: { kind: 'fail', target: { kind: 'server', name: 'OSLSUP01' }, duration: 120 } } });
    });

    test.each([
        ['', 'The event is incomplete. Continue with `stop`'], ['stop', 'The event is incomplete. Continue with the name of a server or cluster.'], ['explode X', '`explode` is not allowed here.'],
        ['stop X\nstop Y', 'An event must be a single line of at most 2,000 characters.'], ['stop X } scenario "b" for 1d { at 1h: stop Y', 'is not an event'], ['x'.repeat(5_000), 'An event must be a single line of at most 2,000 characters.'], ['expect all clients scan', '`expect` is not allowed here.'],
        ['fail link of', 'The event is incomplete'], ['set X ports to none', 'is not allowed here']
    ])('refuses malformed text with a reason: %j', (text, message) => {
        expect(readEvent(parser, text, 0)).toEqual({ message: expect.stringContaining(message) as string });
    });

    test.each(payloads)('parses or refuses arbitrary text: %j', text => {
        for (const event of [text, `stop ${text}`, `publish update "${text}"`]) {
            const read = readEvent(parser, event, 0);
            expect('event' in read || read.message.length > 0).toBe(true);
        }
    });
});
