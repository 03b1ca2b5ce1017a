import { createHash } from 'node:crypto';
import { basename } from 'node:path/posix';
import type { LangiumDocument } from 'langium';
import type { SupServices } from '@sup/language';
import { renderToSvg } from '@sup/picture';
import type { ExportParams } from '@sup/protocol/server';
import { chapterOf, collect, drawPlan, htmlReport, markdownReport, ReportLocations, type ReportDocument, type ReportedPlan } from '@sup/report';
import { defaultSeed, type RunOptions, mapProgress } from '@sup/simulation';
import type { Work } from '../scenarios/in-chunks.js';

declare const SUP_VERSION: string;

/** Renders the hierarchy of a document as a picture, or as the report that `sup report` writes. */
export function* exportPlan(services: SupServices, document: LangiumDocument, { format, theme, direction, picture }: ExportParams, optionsFor: (document: LangiumDocument) => RunOptions): Work<string> {
    const plan = planOf(services, document, optionsFor);
    if (format === 'svg') {
        const { scene, layout } = drawPlan(plan, direction);
        return renderToSvg(scene, layout, theme);
    }
    const report = yield* mapProgress(collect(plan, direction), ({ share }) => share);
    const reportDocument: ReportDocument = { title: report.label, omissions: [], chapters: [chapterOf(report)], footer: footerOf(plan, report.runOptions) };
    return format === 'html' ? htmlReport(reportDocument, undefined, sha256) : markdownReport(reportDocument, () => picture);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

function planOf(services: SupServices, document: LangiumDocument, optionsFor: ReportedPlan['optionsFor']): ReportedPlan {
    const { hierarchies } = services.analysis;
    const hierarchy = hierarchies.of(document);
    // Readers of the report have the files, but not the folders of this computer.
    const locations = new ReportLocations(uri => basename(uri.path));
    return { hierarchy, services, locations, optionsFor, label: hierarchy.name ?? basename(document.uri.path), documents: hierarchies.neighboursOf(document) };
}

/** The inputs of the report, in the words of `sup report`. */
function footerOf({ documents }: ReportedPlan, { seed }: RunOptions): string {
    const hash = createHash('sha256');
    documents.forEach(({ uri, textDocument }) => hash.update(`${basename(uri.path)}\0${textDocument.getText()}\0`));
    const files = `${documents.length} ${documents.length === 1 ? 'file' : 'files'} (SHA-256 ${hash.digest('hex').slice(0, 16)})`;
    return `Made by sup ${SUP_VERSION} from ${files}, with seed ${seed ?? defaultSeed} (scenarios may have their own). The same plans and options give the same report.`;
}
