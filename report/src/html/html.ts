import { renderInPage } from '@sup/picture';
import { type Block, type Chapter, incomplete, type ReportDocument } from '../content/document.js';
import { type Html, html, partsOf, type Piece, pieces, trusted } from './markup.js';
import { pageStyle, type ReportTheme } from './page-style.js';

/** Gives the SHA-256 of a text in Base64: browsers are told by it which style is the page's own. */
export type Hash = (text: string) => string;

/** A report as one page: no script, nothing from elsewhere, and a policy that would not let it in. It is well-formed XML, too. */
export function htmlReport({ title, troubles, chapters, footer }: ReportDocument, theme: ReportTheme | undefined, sha256: Hash): string {
    const style = pageStyle(theme);
    const policy = `default-src 'none'; style-src 'sha256-${sha256(style)}'; base-uri 'none'; form-action 'none'`;
    return `${html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policy}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<main>
${pieces(troubles.length === 0 ? [] : [html`<p class="failed">${incomplete}</p>`, listHtml(troubles)])}
${pieces(chapters.map((chapter, i) => chapterHtml(chapter, `picture-${i + 1}`)))}
</main>
<footer>${footer}</footer>
</body>
</html>`}\n`;
}

function chapterHtml({ title, sections }: Chapter, pictureId: string): Html {
    return html`<section class="chapter">
<h1>${title}</h1>
${pieces(sections.map(section => html`<section>
${pieces(section.title === '' ? [] : [html`<h2>${section.title}</h2>`])}
${pieces(section.blocks.map(block => blockHtml(block, pictureId)))}
</section>`))}
</section>`;
}

function blockHtml(block: Block, pictureId: string): Html {
    switch (block.kind) {
        case 'text': return html`<p>${block.text}</p>`;
        case 'list': return listHtml(block.items);
        case 'facts': return html`<dl class="facts">${pieces(block.facts.map(({ name, value, detail }) => html`<div><dt>${name}</dt><dd class="value">${value}</dd><dd>${detail}</dd></div>`))}</dl>`;
        case 'table': return tableHtml(block);
        case 'picture': return html`<figure tabindex="0" role="region" aria-label="Picture">${trusted(renderInPage(block.scene, block.layout, pictureId))}</figure>`;
        case 'finding': return html`<article class="${block.severity}">
<p class="meta"><span class="label">${block.severity}</span>${block.rule}, ${block.place}</p>
<p class="what">${withCode(block.what)}</p><p>${withCode(block.why)}</p><p>${withCode(block.todo)}</p>
</article>`;
        case 'scenario': return html`<h3><span class="label ${block.outcome}">${block.outcome}</span>${block.title}</h3>`;
    }
}

const listHtml = (items: readonly string[]): Html => html`<ul>${pieces(items.map(item => html`<li>${item}</li>`))}</ul>`;

/** A message with what it quotes between backticks set as such. */
function withCode(message: string): Piece {
    return pieces(partsOf(message).map(({ text, isCode }) => isCode ? html`<code>${text}</code>` : html`${text}`), '');
}

function tableHtml({ columns, rows }: Extract<Block, { kind: 'table' }>): Html {
    const aligned = (i: number): 'left' | 'right' => columns[i]![1];
    return html`<div class="table"><table>
<thead><tr>${pieces(columns.map(([heading], i) => html`<th scope="col" class="${aligned(i)}">${heading}</th>`))}</tr></thead>
<tbody>${pieces(rows.map(row => html`<tr>${pieces(row.map((cell, i) => html`<td class="${aligned(i)}">${cell}</td>`))}</tr>`))}</tbody>
</table></div>`;
}
