import { visibleMarkup } from '@sup/model';
import { ComplianceCurve } from '@sup/picture';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Chapter, type Column, type ContentBlock, incompleteNotice, type ReportDocument } from '../content/document.js';
import { messageSegments } from '../content/message-segments.js';
import { EnlargeablePicture } from './enlargeable-picture.js';
import { pageStyle, type ReportTheme } from './page-style.js';

/** Computes the SHA-256 of a text in Base64. The Content-Security-Policy of the page allows its style sheet by this hash. */
export type Hash = (text: string) => string;

/**
 * Renders a report as one page without scripts and without outside resources, which its policy would block. The page is well-formed XML
 * too. The renderer escapes all texts of plans as markup; characters that are not visible are then escaped in the page as a whole.
 */
export function htmlReport(report: ReportDocument, theme: ReportTheme | undefined, sha256: Hash): string {
    const style = pageStyle(theme);
    const policy = `default-src 'none'; style-src 'sha256-${sha256(style)}'; base-uri 'none'; form-action 'none'`;
    return `<!DOCTYPE html>\n${visibleMarkup(renderToString(<Page report={report} style={style} policy={policy} />))}\n`;
}

interface PageProps {
    readonly report: ReportDocument;
    readonly style: string;
    readonly policy: string;
}

function Page({ report: { title, omissions, chapters, footer }, style, policy }: PageProps): VNode {
    return <html lang="en">
        <head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content={policy} />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>{title}</title>
            {/* Not escaped, because browsers hash the text as it is written. The style sheet contains no text of a plan. */}
            <style dangerouslySetInnerHTML={{ __html: style }} />
        </head>
        <body>
            <main>
                {omissions.length > 0 && <>
                    <p class="failed">{incompleteNotice}</p>
                    <List items={omissions} />
                </>}
                {chapters.map((chapter, i) => <ChapterSection chapter={chapter} pictureId={`picture-${i + 1}`} />)}
            </main>
            <footer>{footer}</footer>
        </body>
    </html>;
}

function ChapterSection({ chapter: { title, subtitle, sections }, pictureId }: { readonly chapter: Chapter; readonly pictureId: string }): VNode {
    return <section class="chapter">
        <h1>{title}</h1>
        <p class="subtitle">{subtitle}</p>
        {sections.map(section => <section>
            {section.title !== '' && <h2>{section.title}</h2>}
            {section.blocks.map((block, i) => <Block block={block} pictureId={`${pictureId}-${block.kind}-${i + 1}`} />)}
        </section>)}
    </section>;
}

function Block({ block, pictureId }: { readonly block: ContentBlock; readonly pictureId: string }): VNode {
    switch (block.kind) {
        case 'text': return <p>{block.text}</p>;
        case 'list': return <List items={block.items} />;
        case 'facts': return <dl class="facts">
            {block.facts.map(({ name, value, detail }) => <div><dt>{name}</dt><dd class="value">{value}</dd><dd>{detail}</dd></div>)}
        </dl>;
        case 'table': return <Table columns={block.columns} rows={block.rows} />;
        case 'headline': return <aside class={`headline ${block.tone}`}><p>{block.title}</p>{block.detail !== '' && <p>{block.detail}</p>}</aside>;
        case 'picture': return <EnlargeablePicture id={pictureId} name={block.scene.title ?? 'the hierarchy'} scene={block.scene} layouts={block.layouts} paper={block.paper} layer={block.layer} />;
        case 'branch': return <section class="branch">
            <h3>{block.title}</h3>
            <EnlargeablePicture id={pictureId} name={block.title} scene={block.scene} layouts={[block.layout]} />
        </section>;
        case 'curve': return <figure class="curve"><ComplianceCurve points={block.points} /></figure>;
        case 'finding': return <article class={block.severity}>
            <p class="meta"><span class="label">{block.severity}</span>{block.rule}, {block.location}</p>
            <p class="what"><Message text={block.what} /></p>
            <p><Message text={block.why} /></p>
            <p><Message text={block.todo} /></p>
        </article>;
        case 'scenario': return <h3><span class={`label ${block.outcome}`}>{block.outcome}</span>{block.title}</h3>;
    }
}

function List({ items }: { readonly items: readonly string[] }): VNode {
    return <ul>{items.map(item => <li>{item}</li>)}</ul>;
}

/** A message whose code is marked as such. */
function Message({ text }: { readonly text: string }): VNode {
    return <>{messageSegments(text).map(segment => segment.isCode ? <code>{segment.text}</code> : segment.text)}</>;
}

function Table({ columns, rows }: { readonly columns: readonly Column[]; readonly rows: readonly (readonly (string | number)[])[] }): VNode {
    return <div class="table">
        <table>
            <thead><tr>{columns.map(([heading, align]) => <th scope="col" class={align}>{heading}</th>)}</tr></thead>
            <tbody>{rows.map(row => <tr>{row.map((cell, i) => <td class={columns[i]![1]}>{cell}</td>)}</tr>)}</tbody>
        </table>
    </div>;
}
