import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { chapterOf, collect, htmlReport, markdownReport, ReportLocations } from '@sup/report';
import { runToEnd } from '@sup/simulation';
import { payloads } from '../support/payloads.js';
import { tidewater } from '../support/tidewater.js';
import { TestWorkspace, uriOf } from '../support/workspace.js';
import { all, parseXml, type XmlElement } from '../support/xml.js';

// Any text of a plan stays plain text in a report.

/** The report on a plan that contains a text wherever it can. */
function report(text: string): { html: string; markdown: string } {
    const written = `"${text.replaceAll('"', '""').replace(/[\r\n\u2028\u2029]/g, ' ')}"`;
    const plan = `${tidewater.replace('hierarchy Tidewater', `hierarchy ${written}`).replace('site OSL', `site OSL ${written}`)}
allow no-sync-schedule because ${written}
scenario ${written} for 2 days {
  at 1h: publish update ${written}
  expect update ${written} available at CEN never
}
`;
    const { services } = new TestWorkspace();
    const document = services.shared.workspace.LangiumDocumentFactory.fromString(plan, uriOf('plan.sup'));
    services.shared.workspace.LangiumDocuments.addDocument(document);
    const collected = runToEnd(collect({ hierarchy: services.analysis.hierarchies.of(document), label: text, documents: [document], services, locations: new ReportLocations(() => text), optionsFor: () => ({ seed: 1 }) }, { direction: 'down' }));
    const reportDocument = { title: text, omissions: [text], chapters: [chapterOf(collected)], footer: text };
    return { html: htmlReport(reportDocument, undefined, style => createHash('sha256').update(style).digest('base64')), markdown: markdownReport(reportDocument, () => 'picture.svg') };
}

/** The elements of a page with the names of their attributes. */
const shape = (html: string): readonly string[] => all(parseXml(html.replace('<!DOCTYPE html>\n', ''))).map(({ name, attributes }: XmlElement) => `${name} ${Object.keys(attributes).join(' ')}`);
// The second plan has findings, so that together the reports contain all kinds of elements.
const known = new Set([...shape(report('Harbour').html), ...shape(report('`Har\u200bbour`').html)]);

test.each(payloads)('a report shows %j as plain text', text => {
    const { html, markdown } = report(text);
    expect(shape(html).filter(element => !known.has(element))).toEqual([]);
    expect(markdown).not.toMatch(/(^|[^\\])<(script|img|svg|iframe|b|a|style|base|meta|form|object|math|foreignObject|use|animate|set)\b/);
    // Control characters, and those that change the direction of the text, are shown by their codes.
    expect(html + markdown).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/);
});
