import type { Random } from '../../support/random.js';
import { randomPlan } from '../../support/random-plan.js';
import type { Step, Texts } from './step.js';

const snippets = [
    ' ', '\n', '\r\n', '{', '}', '"', '""', '/*', '*/', '//', ',', ':', 'S01', 'S02', 'XXX', 's01', 'S01SUP01', '\u00e9', '\ud83d\ude00', '\u200b', '#', '\t',
    '\nprimary site S03 reports to S00 {\n}\n', '\nsecondary site S04 reports to S01 {\n', '\ncentral site S05 "Top" {\n}\n', '\nprimary site ', 'site ', '\nhierarchy Other\n', '\nhierarchy ',
    '\nscenario "x" for 2 days {\n  at 1h: stop S00SUP01\n  expect S01 synchronized by 1d\n}\n', '\nscenario "', '\nmode: native\n', '\nmode: nativ\n', 'clients: 5 intranet\n',
    '\nallow no-sync-schedule because "we know"\n', '\nallow unknown-parent until 2030-01-01 because "soon"\n', 'server X { wsus 3.0 SP2 { } software update point active { } }\n',
    '\nsynchronization { schedule: every 1 day at 02:00 }\n', 'software update point activ {', ' reports to S02', ' reports to S01, S02', 'kind', '\nfoo bar {\n', 'release: SP2\n'
];

const names = ['a.sup', 'b.sup', 'c.sup', 'd.sup'];

/** A change like those that people, tools and accidents make. */
export function randomStep(random: Random, files: Texts): Step {
    const present = [...files.keys()];
    if (present.length === 0 || random.isOneIn(60)) {
        const name = random.of(names);
        return { kind: 'create', file: name, text: randomFile(random) };
    }
    const file = random.of(present);
    if (random.isOneIn(100)) {
        return { kind: 'delete', file };
    }
    if (random.isOneIn(100)) {
        return { kind: 'rename', file, to: random.of(names) };
    }
    return random.isOneIn(10) ? { kind: 'cancel', after: random.between(0, 25) } : randomEdit(random, file, files);
}

export function randomFile(random: Random): string {
    return `${random.isOneIn(5) ? '' : `hierarchy ${random.of(['Harbour', 'Harbour', 'Harbour', 'Other'])}\n`}${randomPlan(random)}`;
}

function randomEdit(random: Random, file: string, files: Texts): Step {
    const text = files.get(file)!;
    const offset = random.between(0, text.length);
    if (text.length > 6_000) {
        return { kind: 'edit', file, offset, remove: random.between(0, 3_000), insert: '' };
    }
    const line = lineAround(text, offset);
    switch (random.between(0, 9)) {
        case 0: case 1: return { kind: 'edit', file, offset, remove: 0, insert: random.of(snippets) };
        case 2: return { kind: 'edit', file, offset, remove: 1, insert: '' };
        case 3: return { kind: 'edit', file, offset: line.start, remove: line.end - line.start, insert: '' };
        case 4: return { kind: 'edit', file, offset: line.start, remove: 0, insert: text.slice(line.start, line.end) };
        case 5: return { kind: 'edit', file, offset: line.start, remove: 0, insert: excerptOf(random, files.get(random.of([...files.keys()]))!) };
        case 6: return { kind: 'edit', file, offset, remove: random.between(0, 200), insert: '' };
        case 7: return { kind: 'edit', file, offset: line.start, remove: 0, insert: random.of(snippets) };
        case 8: return { kind: 'edit', file, offset: 0, remove: text.length, insert: random.isOneIn(3) ? randomFile(random) : text };
        default: return changeInWord(random, file, text, offset);
    }
}

/** Changes a letter in a word, as typing does. */
function changeInWord(random: Random, file: string, text: string, offset: number): Step {
    const word = /[A-Za-z0-9]/g;
    word.lastIndex = offset;
    const at = word.exec(text)?.index ?? offset;
    return { kind: 'edit', file, offset: at, remove: random.between(0, 1), insert: random.of([...'S012XoabN']) };
}

function lineAround(text: string, offset: number): { readonly start: number; readonly end: number } {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const end = text.indexOf('\n', offset);
    return { start, end: end < 0 ? text.length : end + 1 };
}

function excerptOf(random: Random, text: string): string {
    const start = text.lastIndexOf('\n', random.between(0, text.length)) + 1;
    return text.slice(start, start + random.between(0, 400));
}
