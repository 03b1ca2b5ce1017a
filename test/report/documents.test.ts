import { describe, expect, test } from 'vitest';
import { layOutPage } from '@sup/picture';
import { htmlReport, markdownReport, type ReportDocument } from '@sup/report';
import { stagePlan } from '../support/stage.js';
import { tidewater } from '../support/tidewater.js';

// The parts of a report around its content: the link to its picture, and its colors.

const { scene } = stagePlan({ 'plan.sup': tidewater }).content;
const reportDocument: ReportDocument = {
    title: 'Tidewater', omissions: [], footer: 'Made by a test.',
    chapters: [{ title: 'Tidewater', subtitle: '', sections: [{ title: 'Picture', blocks: [{ kind: 'picture', scene, layouts: [layOutPage(scene, 'down', 'everything')], paper: undefined, layer: undefined }] }] }]
};

describe('the picture of a Markdown report', () => {
    /** Resolves the link to the picture as Markdown renderers do, relative to the folder of the report. */
    const addressOf = (picture: string): URL => new URL(/!\[[^\]]*\]\(<([^<>\n]*)>\)/.exec(markdownReport(reportDocument, () => picture))![1]!, 'file:///review/');

    test.each(['plan.svg', 'plan #2.svg', 'why?.svg', '100%.svg', 'a%41.svg', 'ÅS (øst).svg', '<b>.svg', 'a\\b.svg', 'javascript:alert(1).svg'])('links a picture with any file name: %s', picture => {
        const { protocol, pathname, hash, search } = addressOf(picture);
        expect({ protocol, hash, search, name: decodeURIComponent(pathname) }).toEqual({ protocol: 'file:', hash: '', search: '', name: `/review/${picture}` });
    });

    test('replaces characters of a file name that a URL cannot contain', () => {
        expect(decodeURIComponent(addressOf('\ud800.svg').pathname)).toBe('/review/\ufffd.svg');
    });
});

describe('a printed page', () => {
    /** The background color of the page on paper: the last one in the cascade. */
    const onPaper = (theme?: 'light' | 'dark'): string | undefined => {
        const [, style] = /<style>([^]*?)<\/style>/.exec(htmlReport(reportDocument, theme, () => ''))!;
        const forPaper = style!.replace(/@media screen[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
        return [...forPaper.matchAll(/--page:(#\w+)/g)].at(-1)?.[1];
    };

    test.each([undefined, 'light', 'dark'] as const)('prints a report in light colors, with the theme %s', theme => {
        expect(onPaper(theme)).toBe('#ffffff');
    });
});
