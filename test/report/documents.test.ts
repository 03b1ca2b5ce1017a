import { describe, expect, test } from 'vitest';
import { layOut, overviewOf } from '@sup/picture';
import { htmlReport, markdownReport, type ReportDocument } from '@sup/report';
import { stagePlan } from '../support/stage.js';
import { tidewater } from '../support/tidewater.js';

// What is around the content of a report: the way to its picture, and its colours.

const { scene } = stagePlan({ 'plan.sup': tidewater }).content;
const whole: ReportDocument = {
    title: 'Tidewater', troubles: [], footer: 'Made by a test.',
    chapters: [{ title: 'Tidewater', sections: [{ title: 'Picture', blocks: [{ kind: 'picture', scene, layout: layOut(scene, { direction: 'down', ...overviewOf(scene) }) }] }] }]
};

describe('the picture beside a Markdown report', () => {
    /** The address as a reader of Markdown understands it, from the folder of the report. */
    const addressOf = (picture: string): URL => new URL(/!\[[^\]]*\]\(<([^<>\n]*)>\)/.exec(markdownReport(whole, () => picture))![1]!, 'file:///review/');

    test.each(['plan.svg', 'plan #2.svg', 'why?.svg', '100%.svg', 'a%41.svg', 'ÅS (øst).svg', '<b>.svg', 'a\\b.svg', 'javascript:alert(1).svg'])('is found, whatever it is called: %s', picture => {
        const { protocol, pathname, hash, search } = addressOf(picture);
        expect({ protocol, hash, search, name: decodeURIComponent(pathname) }).toEqual({ protocol: 'file:', hash: '', search: '', name: `/review/${picture}` });
    });

    test('has a name that can be written, even if that of the file cannot', () => {
        expect(decodeURIComponent(addressOf('\ud800.svg').pathname)).toBe('/review/\ufffd.svg');
    });
});

describe('a page that is printed', () => {
    /** The last colour of the page that holds on paper. */
    const onPaper = (theme?: 'light' | 'dark'): string | undefined => {
        const [, style] = /<style>([^]*?)<\/style>/.exec(htmlReport(whole, theme, () => ''))!;
        const forPaper = style!.replace(/@media screen[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
        return [...forPaper.matchAll(/--page:(#\w+)/g)].at(-1)?.[1];
    };

    test.each([undefined, 'light', 'dark'] as const)('is light, with the colours %s', theme => {
        expect(onPaper(theme)).toBe('#ffffff');
    });
});
