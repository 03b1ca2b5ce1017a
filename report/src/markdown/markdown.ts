import { type ContentBlock, type Chapter, numberColumn, incompleteNotice, type ReportDocument, textColumn } from '../content/document.js';
import { listMarkdown, tableMarkdown } from './markdown-blocks.js';
import { markdownLine, markdownMessage, markdownText } from './markdown-text.js';

/** Writes a report as Markdown. `pictureOf` returns the name of the file with a chapter's picture, if there is one next to the document. */
export function markdownReport({ omissions, chapters, footer }: ReportDocument, pictureOf: (chapter: number) => string | undefined): string {
    const parts = [...omissions.length === 0 ? [] : [`**${incompleteNotice}**`, listMarkdown(omissions)], ...chapters.map((chapter, i) => chapterMarkdown(chapter, pictureOf(i))), `---\n\n${markdownText(footer)}`];
    return `${parts.join('\n\n')}\n`;
}

function chapterMarkdown({ title, subtitle, sections }: Chapter, picture: string | undefined): string {
    const shown = sections.map(section => ({ ...section, blocks: section.blocks.map(block => blockMarkdown(block, title, picture)).filter(text => text !== '') }));
    const parts = shown.filter(({ blocks }) => blocks.length > 0).map(section => [...section.title === '' ? [] : [`## ${markdownText(section.title)}`], ...section.blocks].join('\n\n'));
    return [`# ${markdownText(title)}`, markdownText(subtitle), ...parts].join('\n\n');
}

function blockMarkdown(block: ContentBlock, title: string, picture: string | undefined): string {
    switch (block.kind) {
        case 'text': return markdownLine(block.text);
        case 'list': return listMarkdown(block.items);
        case 'facts': return tableMarkdown([textColumn(''), numberColumn(''), textColumn('')], block.facts.map(({ name, value, detail }) => [name, value, detail]));
        case 'table': return tableMarkdown(block.columns, block.rows);
        case 'picture': return picture === undefined ? '' : `![The hierarchy ${markdownText(title)}](<${encodeURIComponent(picture.toWellFormed())}>)`;
        // The tables have the same facts.
        case 'curve':
        case 'branch': return '';
        case 'headline': return `**${markdownText(block.title)}**${block.detail === '' ? '' : `  \n${markdownText(block.detail)}`}`;
        case 'finding': return [
            `### ${markdownMessage(block.what)}`, `${block.severity}, ${markdownText(block.rule)}, ${markdownText(block.location)}`, markdownMessage(block.why), markdownMessage(block.todo)
        ].join('\n\n');
        case 'scenario': return `### ${markdownText(block.title)}: ${block.outcome}`;
    }
}
