import { exampleFiles } from '../support/example-files.js';
import { payloads } from '../support/payloads.js';
import { randomPlan } from '../support/random-plan.js';
import type { Random } from '../support/random.js';

const examples = ['brightwater', 'mistakes', 'scenarios', 'starter'].flatMap(example => Object.values(exampleFiles(example)));

/** Words and statements that a user types in parts, and that change the meaning of the text around them. */
const words: readonly string[] = [
    'central site AAA {', 'primary site BBB "Oslo" reports to AAA {', 'secondary site CCC reports to BBB {', 'server OSLSUP01 {', 'cluster NLB { nodes: A, B }', 'site server',
    'wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }', 'software update point active { ssl: yes }', 'synchronization { source: Microsoft Update }', 'clients: 500 intranet', 'link: 512 kbps, 40 ms',
    'allow no-sync-schedule because "later"', 'scenario "Night" for 3 days {', 'at 1d 02:00: stop OSLSUP01', 'expect all clients scanned within 2 days', 'expect 95 % of all clients scan for "A" within 8d', 'clients "Kiosks" { count: 5 }',
    'mode: native', 'release: SP2', 'hierarchy Fjordline', '}', '{', '"', '""', ':', ',', '/*', '*/', '//', ' ', '\t', '\n', '\n\n'
];

/** Other content of editors and files: line ends of all kinds, byte order marks, halves of surrogate pairs. */
const oddities: readonly string[] = [
    '\r\n', '\r', '\n\r', '\u2028', '\u0085', '\ufeff', '\0', '\u0000\u0001', '😀', '\ud83d', '\ude00', 'e\u0301', '\u200d', '\u00a0', 'å', '漢字', '\u{e0041}', '\uffff', '\x7f', '\v\f'
];

/** A snippet to insert into a text. */
export function randomSnippet(random: Random): string {
    const roll = random.next();
    return roll < 0.65 ? random.of(words) : roll < 0.85 ? random.of(oddities) : roll < 0.95 ? random.of(payloads) : random.of(words).repeat(random.between(2, 30));
}

/** A complete text: usually a plan, sometimes a damaged one. */
export function randomText(random: Random): string {
    const roll = random.next();
    if (roll < 0.05) {
        return random.of(['', ' ', '\n', '\ufeff', '\0', '"', '/*', ...oddities]);
    }
    const plan = roll < 0.35 ? random.of(examples) : `hierarchy ${random.of(['Fjordline', 'Drawn', '"Two words"'])}\n${randomPlan(random)}`;
    return roll < 0.8 ? plan : roll < 0.88 ? damaged(random, plan) : roll < 0.94 ? plan.replaceAll('\n', '\r\n') : roll < 0.97 ? `\ufeff${plan}` : plan.slice(0, random.between(0, plan.length));
}

function damaged(random: Random, plan: string): string {
    let text = plan;
    for (let i = 0, count = random.between(1, 8); i < count; i++) {
        const at = random.between(0, text.length);
        text = text.slice(0, at) + randomSnippet(random) + text.slice(at + random.between(0, 12));
    }
    return text;
}

/** The bytes of a file, occasionally not valid text. */
export function randomBytes(random: Random): string | Uint8Array {
    return random.isOneIn(8) ? Uint8Array.from({ length: random.between(0, 400) }, () => random.between(0, 255)) : randomText(random);
}

export function randomConfig(random: Random): string {
    return random.of([
        '{}', '{ "rules": { "unknown-parent": "hint" } }', '{ "rules": { "category:synchronization": "off" } }', '{ "rules": { "no-such-rule": "off" } }', '{ "rules": 5 }', '{', '', '\0', '[]', 'null',
        '{ "simulation": { "seed": 5 } }', '{ "simulation": { "seed": -1, "x": [] } }', '{ "rules": { "__proto__": "off", "toString": "error" } }', `{ "rules": ${'['.repeat(2_000)}`
    ]);
}
